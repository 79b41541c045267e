/** The panels' style sheets, bundled as text from one file a part. */
import comparison from './comparison.css';
import figures from './figures.css';
import filmstrip from './filmstrip.css';
import forcedColours from './forcedColours.css';
import gates from './gates.css';
import minimap from './minimap.css';
import page from './page.css';
import search from './search.css';
import toolbar from './toolbar.css';

export const panelStyle = [page, toolbar, gates, filmstrip, figures, search, minimap, forcedColours].join('\n');

/** The style sheet of a comparison's page. */
export const comparisonStyle = [page, toolbar, comparison, forcedColours].join('\n');
