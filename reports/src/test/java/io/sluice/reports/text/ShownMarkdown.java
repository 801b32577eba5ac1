package io.sluice.reports.text;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** What a reader sees of a page of Markdown, and what was made of it on the way. */
public final class ShownMarkdown extends AbstractVisitor {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  private final List<List<String>> rows = new ArrayList<>();
  private final List<String> html = new ArrayList<>();
  private final List<String> kinds = new ArrayList<>();
  private StringBuilder text = new StringBuilder();

  private ShownMarkdown() {}

  /** Parses a page. */
  public static ShownMarkdown of(String markdown) {
    ShownMarkdown shown = new ShownMarkdown();
    PARSER.parse(markdown).accept(shown);
    return shown;
  }

  /** All of the text outside of tables. */
  public String text() {
    return text.toString().replace("\u200b", "");
  }

  /** Each row of each table, heads included. */
  public List<List<String>> rows() {
    return rows;
  }

  /** All HTML. */
  public List<String> html() {
    return html;
  }

  /** The kinds of nodes, such as Link. */
  public List<String> kinds() {
    return kinds;
  }

  @Override
  protected void visitChildren(Node parent) {
    kinds.add(parent.getClass().getSimpleName());
    super.visitChildren(parent);
  }

  @Override
  public void visit(CustomNode node) {
    if (node instanceof TableRow) {
      rows.add(new ArrayList<>());
    }
    if (node instanceof TableCell) {
      StringBuilder outside = text;
      text = new StringBuilder();
      super.visit(node);
      rows.getLast().add(text());
      text = outside;
    } else {
      super.visit(node);
    }
  }

  @Override
  public void visit(Text node) {
    text.append(node.getLiteral());
  }

  @Override
  public void visit(Code node) {
    text.append(node.getLiteral());
  }

  @Override
  public void visit(SoftLineBreak node) {
    text.append('\n');
  }

  @Override
  public void visit(HardLineBreak node) {
    text.append('\n');
  }

  @Override
  public void visit(HtmlInline node) {
    html.add(node.getLiteral());
  }

  @Override
  public void visit(HtmlBlock node) {
    html.add(node.getLiteral());
  }
}
