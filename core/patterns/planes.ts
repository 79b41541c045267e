/** The plane colours as class definitions, with a label colour that reads on all of them (WCAG contrast 4.75:1 or better). */

/** The class definitions that end an architecture diagram, one line each, indented by four spaces. */
export const planeClasses = [
  'classDef edgePlane fill:#3B82F6,stroke:#1E40AF,color:#030712',
  'classDef servicePlane fill:#10B981,stroke:#047857,color:#030712',
  'classDef statePlane fill:#F59E0B,stroke:#B45309,color:#030712',
  'classDef controlPlane fill:#8B5CF6,stroke:#5B21B6,color:#030712',
].join('\n    ');
