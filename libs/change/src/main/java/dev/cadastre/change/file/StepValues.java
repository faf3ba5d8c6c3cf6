package dev.cadastre.change.file;

import dev.cadastre.ini.Binding;
import dev.cadastre.ini.Entry;
import dev.cadastre.ini.Expansion;
import dev.cadastre.ini.IniDocument;
import dev.cadastre.ini.Problem;
import dev.cadastre.ini.Section;
import dev.cadastre.ini.Substitution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The values of one section with everything substituted, and what is wrong with them. A value that
 * still waits for others is left out, and nothing is said of it. For one thread.
 */
final class StepValues {

    private final IniDocument document;
    private final Section section;
    private final GivenValues lookup;
    private final List<Problem> problems = new ArrayList<>();
    private boolean waiting;

    StepValues(IniDocument document, Section section, GivenValues lookup) {
        this.document = document;
        this.section = section;
        this.lookup = lookup;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Keys that have to be given. */
    Set<String> wanted() {
        return lookup.wanted();
    }

    /** Whether a value waits for what is given later. */
    boolean isWaiting() {
        return waiting;
    }

    /** Notes what is wrong with a key; with the section where the key is not stated. */
    void problem(String key, String code, String message, String remedy) {
        Entry entry = entry(key).orElse(null);
        problems.add(
                Problem.error(
                        document.file(),
                        entry == null ? section.line() : entry.line(),
                        entry == null ? 0 : entry.column(),
                        code,
                        "[%s] %s".formatted(section.name(), message),
                        remedy));
    }

    private Optional<Entry> entry(String key) {
        return Stream.of(section.entry(key), document.defaults().entry(key))
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    /** The value of a key in this section, or in DEFAULT; empty if there is none that is known. */
    Optional<String> find(String key) {
        Entry own = section.entry(key);
        Section home = own == null ? document.defaults() : section;
        Entry entry = home.entry(key);
        if (entry == null) {
            return Optional.empty();
        }
        int before = lookup.waits();
        Expansion expansion =
                Substitution.expand(
                        lookup, section.name(), new Binding(document.file(), home.name(), entry));
        if (expansion instanceof Expansion.Failed failed) {
            problems.addAll(failed.problems());
            return Optional.empty();
        }
        if (lookup.waits() > before) {
            waiting = true;
            return Optional.empty();
        }
        return Optional.of(((Expansion.Complete) expansion).text());
    }

    /** The arguments of an operation; what is wrong with them is noted. */
    Arguments arguments(OperationForm form, Set<String> reserved) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (OperationCatalogue.takesAll(form)) {
            section.entries().keySet().stream()
                    .filter(key -> !reserved.contains(key))
                    .forEach(key -> find(key).ifPresent(text -> texts.put(key, text)));
            return new Arguments(texts);
        }
        section.entries().keySet().stream()
                .filter(key -> !reserved.contains(key) && form.parameter(key).isEmpty())
                .forEach(key -> unknown(form, key));
        for (Parameter parameter : form.parameters()) {
            argument(parameter).ifPresent(text -> texts.put(parameter.name(), text));
        }
        return new Arguments(texts);
    }

    private void unknown(OperationForm form, String key) {
        List<String> known = form.parameters().stream().map(Parameter::name).toList();
        problem(
                key,
                "change.parameter-unknown",
                "%s has no parameter %s".formatted(form.name(), key),
                Nearest.of(key, known)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("it takes " + String.join(", ", known)));
    }

    private Optional<String> argument(Parameter parameter) {
        String name = parameter.name();
        if (entry(name).isEmpty()) {
            if (parameter.required()) {
                problem(
                        name,
                        "change.parameter-missing",
                        "does not state " + name,
                        "state it: " + parameter.help());
            }
            return Optional.ofNullable(parameter.byDefault());
        }
        Optional<String> text = find(name);
        if (text.isPresent() && !parameter.type().takes(text.get())) {
            problem(
                    name,
                    "change.parameter-wrong",
                    "%s is not %s".formatted(name, parameter.type().words()),
                    "correct it: " + parameter.help());
            return Optional.empty();
        }
        return text;
    }
}
