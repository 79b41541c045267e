import assert from 'node:assert/strict';
import fc from 'fast-check';
import { originOf } from '../../../core/mermaid/mappedText.ts';
import { preprocess } from '../../../core/mermaid/preprocess.ts';

const flowchart = 'flowchart-v2';
const given = (text: string, type: string | undefined = flowchart): string => preprocess(text, type).given.text;
const parsed = (text: string, type: string | undefined = flowchart): string => preprocess(text, type).parsed.text;

// That all of this is what Mermaid really does is held together by test/contract/mermaidParser.test.ts.
describe('preprocessing', () => {
  it('ends every text with a line ending, and lines with one character', () => {
    assert.equal(given('flowchart LR\r\n  a\r  b'), 'flowchart LR\n  a\n  b\n');
  });

  it('takes front matter with the blank lines after it', () => {
    assert.equal(given('---\ntitle: x\n---\n\n\nflowchart LR'), 'flowchart LR\n');
  });

  it('takes indented front matter', () => {
    assert.equal(given('  ---\n  title: x\n  ---\n  flowchart LR'), 'flowchart LR\n');
  });

  it('keeps front matter that is not closed', () => {
    assert.equal(given('---\ntitle: x\nflowchart LR'), '---\ntitle: x\nflowchart LR\n');
    assert.equal(preprocess('---\ntitle: x\nflowchart LR', flowchart).frontMatter, undefined);
  });

  it('says where the front matter stands', () => {
    const { frontMatter, normalized } = preprocess('---\r\ntitle: x\r\n---\r\nflowchart LR', flowchart);
    assert.ok(frontMatter);
    assert.equal(normalized.text.slice(frontMatter.body.start, frontMatter.body.end), 'title: x');
    assert.equal(normalized.text.slice(frontMatter.end), 'flowchart LR');
  });

  it('takes directives, also those of several lines', () => {
    assert.equal(given('%%{init: {\n  "theme": "dark"\n}}%%\nflowchart LR'), 'flowchart LR\n');
  });

  it('takes comments with the blank lines above them', () => {
    assert.equal(given('flowchart LR\n\n\n  %% why\n  a'), 'flowchart LR\n  a\n');
  });

  it('leaves comments to the types that read them', () => {
    assert.equal(given('eventmodeling\n%% why\n  a', 'eventmodeling'), 'eventmodeling\n%% why\n  a\n');
  });

  it('turns the quotes of attributes', () => {
    assert.equal(given(`a[<a href="x" id="y">z</a> "b"]`), `a[<a href='x' id='y'>z</a> "b"]\n`);
  });

  it('encodes entities', () => {
    assert.equal(given('a[#9829; #amp; # 1]'), 'a[ﬂ°°9829¶ß ﬂ°amp¶ß # 1]\n');
  });

  it('drops the semicolon after a colour', () => {
    assert.equal(given('style a fill:#fff;\nclassDef b fill:#000;'), 'style a fill:#fff\nclassDef b fill:#000\n');
  });

  it('closes up the lines after a brace in a flowchart, and only there', () => {
    assert.equal(parsed('flowchart LR\n  a{x}  \n\n  b'), 'flowchart LR\n  a{x}\n  b\n');
    assert.equal(parsed('erDiagram\n  A {\n  }  \n', 'er'), 'erDiagram\n  A {\n  }  \n\n');
  });

  it('closes up the lines of a Sankey diagram', () => {
    assert.equal(parsed('sankey-beta\n\n\na,b,1\n\n', 'sankey'), 'sankey-beta\na,b,1');
  });

  it('leads every character back to where it was written', () => {
    const pieces = fc.constantFrom(
      ...['flowchart LR', '\n', '\r\n', '\n\n', '%% note\n', '%%{init: {"theme": "dark"}}%%', '---\ntitle: x\n---\n'],
      ...['  ', 'a{b}', ' --> ', '<a href="x">', '#9829;', '#amp;', 'style a fill:#fff;', '🚀', 'end', '"', '}', '%%'],
    );
    const types = fc.constantFrom(undefined, flowchart, 'sankey', 'agentflow', 'eventmodeling', 'sequence');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), types, (parts, type) => {
        const text = parts.join('');
        const steps = preprocess(text, type);
        let last = 0;
        for (let at = 0; at < steps.parsed.text.length; at++) {
          const origin = originOf(steps.parsed, { start: at, end: at + 1 });
          assert.ok(origin.start >= last, 'origins go forward');
          last = origin.start;
          const now = steps.parsed.text.charAt(at);
          const before = text.slice(origin.start, origin.end);
          if (now === '\n') assert.match(before, /^(\r\n?|\n|)$/);
          else if (now === "'") assert.match(before, /['"]/);
          else if (/[ﬂ°]/.test(now)) assert.equal(before, '#');
          else if (/[¶ß]/.test(now)) assert.equal(before, ';');
          else assert.equal(before, now);
        }
      }),
    );
  });
});
