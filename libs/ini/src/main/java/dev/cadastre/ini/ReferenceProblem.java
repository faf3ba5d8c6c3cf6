package dev.cadastre.ini;

import java.util.Collection;

/** The wording of what can be wrong with references. */
final class ReferenceProblem {
    private ReferenceProblem() {}

    static Problem syntax(Binding binding, Template.Broken broken) {
        return at(
                binding,
                broken.offset(),
                "ini.reference-syntax",
                "in " + named(binding) + " " + broken.message(),
                broken.remedy());
    }

    static Problem missing(
            Lookup lookup, Binding binding, Template.Reference reference, String scope) {
        return lookup.hasScope(scope)
                ? missingKey(lookup, binding, reference, scope)
                : missingSection(lookup, binding, reference, scope);
    }

    private static Problem missingKey(
            Lookup lookup, Binding binding, Template.Reference reference, String scope) {
        return at(
                binding,
                reference.offset(),
                "ini.reference-no-key",
                "%s refers to the key %s, which [%s] does not have"
                        .formatted(named(binding), Quoted.of(reference.key()), shown(scope)),
                remedy(reference.key(), lookup.keys(scope)));
    }

    private static Problem missingSection(
            Lookup lookup, Binding binding, Template.Reference reference, String scope) {
        return at(
                binding,
                reference.offset(),
                "ini.reference-no-section",
                "%s refers to the section [%s], which does not exist"
                        .formatted(named(binding), shown(scope)),
                remedy(scope, lookup.scopes()));
    }

    static Problem stopped(Binding binding, String code, String what) {
        String remedy = "shorten or break the chain of references";
        return at(binding, 0, code, named(binding) + " " + what, remedy);
    }

    static String named(Binding binding) {
        return "[" + shown(binding.section()) + "] " + shown(binding.entry().key());
    }

    private static String shown(String name) {
        String quoted = Quoted.of(name);
        return quoted.substring(1, quoted.length() - 1);
    }

    private static String remedy(String wanted, Collection<String> known) {
        String close = Spelling.closest(wanted, known);
        return close == null
                ? "define it, or write $$ where a dollar sign is meant"
                : "did you mean " + Quoted.of(close) + "?";
    }

    private static Problem at(
            Binding binding, int offset, String code, String message, String remedy) {
        Entry entry = binding.entry();
        return Problem.error(
                binding.file(), entry.line(), column(entry, offset), code, message, remedy);
    }

    /** Further lines of a value may have lost comments between them, so only the first is known. */
    private static int column(Entry entry, int offset) {
        boolean onFirstLine = entry.rawValue().lastIndexOf('\n', offset) < 0;
        return onFirstLine ? entry.column() + offset : 0;
    }
}
