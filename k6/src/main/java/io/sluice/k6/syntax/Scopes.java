package io.sluice.k6.syntax;

import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstFunction;
import com.caoccao.javet.swc4j.ast.enums.Swc4jAstVarDeclKind;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstArrowExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstAssignExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstFnExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstUpdateExpr;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstStr;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAstPat;
import com.caoccao.javet.swc4j.ast.miscs.Swc4jAstCatchClause;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstImportDecl;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstImportDefaultSpecifier;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstImportNamedSpecifier;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstImportStarAsSpecifier;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstAssignPatProp;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstBindingIdent;
import com.caoccao.javet.swc4j.ast.program.Swc4jAstModule;
import com.caoccao.javet.swc4j.ast.program.Swc4jAstScript;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstBlockStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstClassDecl;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstFnDecl;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstForInStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstForOfStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstForStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstTsEnumDecl;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstVarDecl;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstVarDeclarator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the names of a module stand for, block by block. */
public final class Scopes {
  private final IdentityHashMap<ISwc4jAst, Map<String, Declaration>> scopes =
      new IdentityHashMap<>();
  private final ISwc4jAst root;

  Scopes(ISwc4jAst root) {
    this.root = root;
    declare(root);
    markAssigned(root);
  }

  /** What a name stands for at a node; null for what the module does not declare. */
  public @Nullable Declaration find(String name, ISwc4jAst at) {
    for (ISwc4jAst node = at; node != null; node = node.getParent()) {
      Map<String, Declaration> names = scopes.get(node);
      if (names != null && names.containsKey(name)) {
        return names.get(name);
      }
    }
    return null;
  }

  /** What a name stands for. */
  public @Nullable Declaration find(Swc4jAstIdent name) {
    return find(name.getSym(), name);
  }

  /** What a name stands for in the whole module. */
  public @Nullable Declaration top(String name) {
    return find(name, root);
  }

  private void declare(ISwc4jAst node) {
    switch (node) {
      case Swc4jAstImportDecl imported -> imports(imported);
      case Swc4jAstVarDecl variables -> {
        boolean wide = variables.getKind() == Swc4jAstVarDeclKind.Var;
        ISwc4jAst scope = wide ? function(variables) : scope(variables.getParent());
        variables.getDecls().forEach(variable -> variable(variable, scope));
      }
      case Swc4jAstFnDecl function ->
          put(
              scope(function.getParent()),
              function.getIdent().getSym(),
              new Declaration.Code(function.getFunction()));
      case Swc4jAstFnExpr function ->
          function
              .getIdent()
              .ifPresent(
                  name ->
                      put(
                          function.getFunction(),
                          name.getSym(),
                          new Declaration.Code(function.getFunction())));
      case Swc4jAstClassDecl type ->
          put(scope(type.getParent()), type.getIdent().getSym(), new Declaration.Other());
      case Swc4jAstTsEnumDecl type ->
          put(scope(type.getParent()), type.getId().getSym(), new Declaration.Other());
      case Swc4jAstFunction function -> {
        for (int i = 0; i < function.getParams().size(); i++) {
          parameter(function, i, function.getParams().get(i).getPat());
        }
      }
      case Swc4jAstArrowExpr function -> {
        List<ISwc4jAstPat> parameters = function.getParams();
        for (int i = 0; i < parameters.size(); i++) {
          parameter(function, i, parameters.get(i));
        }
      }
      case Swc4jAstCatchClause clause ->
          clause.getParam().ifPresent(name -> pattern(name, clause, new Declaration.Other()));
      default -> {}
    }
    node.getChildNodes().forEach(this::declare);
  }

  private void imports(Swc4jAstImportDecl imported) {
    String module = imported.getSrc().getValue();
    for (ISwc4jAst one : imported.getSpecifiers()) {
      switch (one) {
        case Swc4jAstImportDefaultSpecifier whole ->
            put(root, whole.getLocal().getSym(), new Declaration.Import(module, "default"));
        case Swc4jAstImportStarAsSpecifier all ->
            put(root, all.getLocal().getSym(), new Declaration.Import(module, "*"));
        case Swc4jAstImportNamedSpecifier named -> {
          String local = named.getLocal().getSym();
          String name =
              switch (named.getImported().orElse(null)) {
                case Swc4jAstIdent other -> other.getSym();
                case Swc4jAstStr other -> other.getValue();
                case null, default -> local;
              };
          put(root, local, new Declaration.Import(module, name));
        }
        default -> {}
      }
    }
  }

  private void variable(Swc4jAstVarDeclarator variable, ISwc4jAst scope) {
    ISwc4jAst value = variable.getInit().orElse(null);
    if (variable.getName() instanceof Swc4jAstBindingIdent name) {
      put(scope, name.getId().getSym(), new Declaration.Variable(value, true));
      return;
    }
    pattern(variable.getName(), scope, new Declaration.Other());
    for (Swc4jAstAssignPatProp field :
        SyntaxTree.below(variable.getName(), Swc4jAstAssignPatProp.class)) {
      String name = field.getKey().getId().getSym();
      put(scope, name, new Declaration.Field(value, name));
    }
  }

  private void parameter(ISwc4jAst function, int index, ISwc4jAstPat parameter) {
    if (parameter instanceof Swc4jAstBindingIdent name) {
      put(function, name.getId().getSym(), new Declaration.Parameter(function, index));
    } else {
      pattern(parameter, function, new Declaration.Other());
    }
  }

  private void pattern(ISwc4jAst pattern, ISwc4jAst scope, Declaration as) {
    for (Swc4jAstBindingIdent name : SyntaxTree.below(pattern, Swc4jAstBindingIdent.class)) {
      put(scope, name.getId().getSym(), as);
    }
  }

  private void put(ISwc4jAst scope, String name, Declaration declaration) {
    scopes.computeIfAbsent(scope, key -> new HashMap<>()).put(name, declaration);
  }

  private void markAssigned(ISwc4jAst node) {
    if (node instanceof Swc4jAstAssignExpr assignment) {
      assigned(assignment.getLeft());
    } else if (node instanceof Swc4jAstUpdateExpr update) {
      assigned(update.getArg());
    }
    node.getChildNodes().forEach(this::markAssigned);
  }

  private void assigned(ISwc4jAst target) {
    String name =
        switch (target) {
          case Swc4jAstBindingIdent binding -> binding.getId().getSym();
          case Swc4jAstIdent plain -> plain.getSym();
          default -> null;
        };
    if (name == null) {
      return;
    }
    for (ISwc4jAst node = target; node != null; node = node.getParent()) {
      Map<String, Declaration> names = scopes.get(node);
      if (names != null && names.get(name) instanceof Declaration.Variable variable) {
        names.put(name, new Declaration.Variable(variable.value(), false));
        return;
      }
    }
  }

  private ISwc4jAst scope(@Nullable ISwc4jAst from) {
    for (ISwc4jAst node = from; node != null; node = node.getParent()) {
      boolean block =
          node instanceof Swc4jAstBlockStmt
              || node instanceof Swc4jAstForStmt
              || node instanceof Swc4jAstForOfStmt
              || node instanceof Swc4jAstForInStmt;
      if (block || isFunctionOrAll(node)) {
        return node;
      }
    }
    return root;
  }

  private ISwc4jAst function(ISwc4jAst from) {
    for (ISwc4jAst node = from; node != null; node = node.getParent()) {
      if (isFunctionOrAll(node)) {
        return node;
      }
    }
    return root;
  }

  private static boolean isFunctionOrAll(ISwc4jAst node) {
    return node instanceof Swc4jAstFunction
        || node instanceof Swc4jAstArrowExpr
        || node instanceof Swc4jAstModule
        || node instanceof Swc4jAstScript;
  }
}
