/**
 * What a diagram says, read from its text: nodes, edges, groups, rows and styles, each at its exact place.
 * One vocabulary serves every diagram type, so that rules, repairs, plane colours and the preview's
 * source links share one reader per type. All spans are offsets into the diagram's text.
 */
import type { Span } from '../../model.ts';

/** A piece of text a reader sees, with markup (quotes, backticks, `<br/>`) removed; lines are joined by `\n`. */
export interface Label {
  readonly text: string;
  /** The label inside its delimiters and quotes. */
  readonly span: Span;
  /** Whether the author put it in quotes. */
  readonly quoted: boolean;
}

/** A node, participant, class, entity, state, service, requirement, task of a board, … */
export interface NodeSymbol {
  readonly id: string;
  /** The identifier where the node is defined: its first occurrence with a label, else its first occurrence. */
  readonly span: Span;
  /** The label that is drawn: the last one given. */
  readonly label: Label | undefined;
  /** Every label given, in order. */
  readonly labels: readonly Label[];
  /** The shape as Mermaid names it or as it is written: `rect`, `cylinder`, `diamond`, `participant`, `actor`, … */
  readonly shape: string;
  /** Every occurrence of the identifier, in order, the definition among them. */
  readonly uses: readonly Span[];
  /** Classes assigned by `:::name`, `class a,b name` or `@{…}`, in order. */
  readonly classes: readonly string[];
  /** The innermost group (index into `groups`) the node stands in. */
  readonly group: number | undefined;
}

/** A link, message, relation or transition, in order of statement. */
export interface EdgeSymbol {
  readonly from: string;
  readonly to: string;
  /** The arrow itself, without its label. */
  readonly span: Span;
  readonly label: Label | undefined;
  /** The arrow as written, such as `-->` or `->>`. */
  readonly arrow: string;
  /** The author's own edge id (`e1@-->`), where there is one. */
  readonly id: string | undefined;
}

/** A subgraph, box, `alt` block, namespace, composite state, section, boundary, column, … */
export interface GroupSymbol {
  /** The keyword that opens it, such as `subgraph`, `loop`, `section`. */
  readonly keyword: string;
  readonly id: string | undefined;
  readonly label: Label | undefined;
  /** The opening line's statement. */
  readonly opener: Span;
  /** From the opener to the closer, both included; to the end of the text when it is never closed. */
  readonly span: Span;
  readonly closed: boolean;
  /** The enclosing group (index into `groups`). */
  readonly parent: number | undefined;
}

/** A line of data: a pie slice, Gantt task, chart series, sankey flow, journey step, timeline event, radar curve. */
export interface RowSymbol {
  readonly label: Label | undefined;
  readonly span: Span;
  /** The fields after the label, trimmed, in order. */
  readonly values: readonly { readonly text: string; readonly span: Span }[];
  readonly group: number | undefined;
  /** An identifier others may refer to, such as a Gantt task's. */
  readonly id: string | undefined;
}

/** `classDef`, `style`, `class`, `cssClass`, `linkStyle`, `click`: statements about other things. */
export interface StatementSymbol {
  readonly keyword:
    | 'classDef'
    | 'style'
    | 'class'
    | 'linkStyle'
    | 'click'
    | 'note'
    | 'activate'
    | 'deactivate'
    | 'destroy'
    | 'create'
    | 'link'
    | 'links'
    | 'properties';
  readonly span: Span;
  /** What it speaks about: node ids, class names (`classDef`), or link numbers. */
  readonly targets: readonly { readonly text: string; readonly span: Span }[];
  /** For `class` and `cssClass`: the class given. */
  readonly className: { readonly text: string; readonly span: Span } | undefined;
  /** For `classDef`, `style`, `linkStyle`: the declarations in order. */
  readonly declarations: readonly {
    readonly property: string;
    readonly value: string;
    readonly span: Span;
    readonly valueSpan: Span;
  }[];
  /** For `note`, `click`: the words or the address. */
  readonly label: Label | undefined;
}

/** One line of meaning other than the above: `title`, `accTitle`, `dateFormat`, `x-axis`, `direction`, … */
export interface PropertySymbol {
  readonly name: string;
  readonly value: string;
  readonly span: Span;
  readonly valueSpan: Span;
}

export interface DiagramSymbols {
  /** Mermaid's name of the type, such as `flowchart-v2`. */
  readonly type: string;
  /** The header word(s), such as `graph TD`. */
  readonly header: Span;
  /** `TB`, `LR`, … where the header names one. */
  readonly direction: string | undefined;
  readonly nodes: readonly NodeSymbol[];
  readonly edges: readonly EdgeSymbol[];
  readonly groups: readonly GroupSymbol[];
  readonly rows: readonly RowSymbol[];
  readonly statements: readonly StatementSymbol[];
  readonly properties: readonly PropertySymbol[];
}
