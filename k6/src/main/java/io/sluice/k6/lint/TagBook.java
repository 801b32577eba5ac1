package io.sluice.k6.lint;

import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstComputedPropName;
import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstKeyValueProp;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstAssignExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstMemberExpr;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstObjectLit;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAstPropOrSpread;
import io.sluice.k6.options.Options;
import io.sluice.k6.options.ScenarioOptions;
import io.sluice.k6.options.SystemTag;
import io.sluice.k6.syntax.Bound;
import io.sluice.k6.syntax.Fields;
import io.sluice.k6.syntax.SyntaxTree;
import io.sluice.k6.syntax.Values;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tags that samples of a script may have, and their values where all are known. */
final class TagBook {
  private final Subject script;
  private final Map<String, Set<String>> values = new HashMap<>();
  private final Set<String> free = new HashSet<>();
  private boolean open;

  TagBook(Subject script) {
    this.script = script;
    open = !script.modules().complete();
    Options options = script.options();
    Set<SystemTag> system = options == null ? SystemTag.DEFAULT : options.systemTags();
    system.forEach(tag -> free.add(tag.text()));
    if (options != null) {
      options.tags().forEach(this::add);
      for (ScenarioOptions scenario : options.scenarios()) {
        scenario.common().tags().forEach(this::add);
      }
    }
    script.modules().all().forEach(this::read);
    for (Subject.MetricUse metric : script.metrics()) {
      script.adds(metric).forEach(add -> tags(add.argument(1)));
    }
    script.calls("k6.check").forEach(check -> tags(check.argument(2)));
  }

  /** Whether a sample may have a tag of this name. */
  boolean has(String name) {
    return open || free.contains(name) || values.containsKey(name);
  }

  /** The values of a tag, or null where others are possible. */
  @Nullable Set<String> values(String name) {
    return open || free.contains(name) ? null : values.get(name);
  }

  private void read(SyntaxTree tree) {
    for (Swc4jAstObjectLit object : tree.all(Swc4jAstObjectLit.class)) {
      for (ISwc4jAstPropOrSpread field : object.getProps()) {
        if (field instanceof Swc4jAstKeyValueProp pair
            && "tags".equals(Values.key(pair.getKey()))) {
          tags(Bound.of(pair.getValue(), tree));
        } else if (field instanceof Swc4jAstIdent name && name.getSym().equals("tags")) {
          tags(Bound.of(name, tree));
        }
      }
    }
    for (Swc4jAstAssignExpr assignment : tree.all(Swc4jAstAssignExpr.class)) {
      if (assignment.getLeft() instanceof Swc4jAstMemberExpr member) {
        assigned(member, Bound.of(assignment.getRight(), tree));
      }
    }
  }

  /** {@code exec.vu.tags.name = …} and {@code params.tags = …}. */
  private void assigned(Swc4jAstMemberExpr member, Bound value) {
    if ("tags".equals(Values.key(member.getProp()))) {
      tags(value);
    } else if (Values.plain(member.getObj()) instanceof Swc4jAstMemberExpr whole
        && "tags".equals(Values.key(whole.getProp()))) {
      ISwc4jAst property =
          member.getProp() instanceof Swc4jAstComputedPropName computed
              ? computed.getExpr()
              : member.getProp();
      String name = Values.key(property);
      if (name == null) {
        open = true;
      } else {
        value(name, value);
      }
    }
  }

  private void tags(@Nullable Bound tags) {
    if (tags == null) {
      return;
    }
    for (Bound origin : script.callers().origins(tags)) {
      Fields fields = script.values().fields(origin);
      if (fields == null) {
        open |= !Boolean.FALSE.equals(script.values().truth(origin));
      } else {
        open |= fields.open();
        fields.all().forEach(this::value);
      }
    }
  }

  private void value(String name, Bound value) {
    for (Bound origin : script.callers().origins(value)) {
      String text = script.values().text(origin);
      if (text == null) {
        free.add(name);
      } else {
        add(name, text);
      }
    }
  }

  private void add(String name, String value) {
    values.computeIfAbsent(name, key -> new HashSet<>()).add(value);
  }
}
