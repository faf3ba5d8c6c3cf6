package dev.cadastre.change.file;

import dev.cadastre.change.text.JsonText;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The values of one section with everything substituted, and what is wrong with them. A value that
 * still waits for others is left out, and nothing is said of it. For one thread.
 */
final class StepValues {

    private static final String JSON = ".json";

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
        return home(key).flatMap(home -> expanded(home, Objects.requireNonNull(home.entry(key))));
    }

    /** Where a key is stated. */
    private Optional<Section> home(String key) {
        return Stream.of(section, document.defaults())
                .filter(one -> one.entry(key) != null)
                .findFirst();
    }

    private Optional<String> expanded(Section home, Entry entry) {
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
                .filter(key -> !reserved.contains(key) && form.parameter(plain(key)).isEmpty())
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

    /** Any parameter may be written as a text of JSON, under its name with this at the end. */
    private static String plain(String key) {
        return key.endsWith(JSON) ? key.substring(0, key.length() - JSON.length()) : key;
    }

    /** The key under which a parameter is stated; what the section says counts. */
    private Optional<String> statedAs(String name) {
        boolean inSection = section.entry(name) != null || section.entry(name + JSON) != null;
        Section home = inSection ? section : document.defaults();
        if (home.entry(name) != null && home.entry(name + JSON) != null) {
            problem(
                    name + JSON,
                    "change.parameter-wrong",
                    "states %s twice".formatted(name),
                    "keep one of %s and %s".formatted(name, name + JSON));
        }
        return Stream.of(name, name + JSON).filter(key -> home.entry(key) != null).findFirst();
    }

    private Optional<String> argument(Parameter parameter) {
        String name = parameter.name();
        Optional<String> key = statedAs(name);
        if (key.isEmpty()) {
            if (parameter.required()) {
                problem(
                        name,
                        "change.parameter-missing",
                        "does not state " + name,
                        "state it: " + parameter.help());
            }
            return Optional.ofNullable(parameter.byDefault());
        }
        int specials = lookup.specials();
        Optional<String> text = key.get().equals(name) ? find(name) : findJson(key.get());
        if (text.isPresent() && !parameter.type().takes(text.get())) {
            problem(
                    key.get(),
                    "change.parameter-wrong",
                    "%s is not %s".formatted(name, parameter.type().words()),
                    "correct it: " + parameter.help());
            return Optional.empty();
        }
        if (parameter.type() == ParameterType.SHELL && lookup.specials() > specials) {
            unsafe(key.get());
        }
        return text;
    }

    private Optional<String> findJson(String key) {
        Section home = home(key).orElseThrow();
        Entry entry = Objects.requireNonNull(home.entry(key));
        Optional<String> text = JsonText.text(entry.rawValue());
        if (text.isEmpty()) {
            problem(
                    key,
                    "change.parameter-wrong",
                    "%s is no text of JSON".formatted(key),
                    "write it as \"…\", or without %s".formatted(JSON));
        }
        return text.flatMap(
                raw -> expanded(home, new Entry(key, raw, entry.line(), entry.column())));
    }

    private void unsafe(String key) {
        problem(
                key,
                "change.value-unsafe",
                "%s is for a shell, which would find something in the value given for %s"
                        .formatted(plain(key), String.join(", ", lookup.special())),
                "give a value of letters, digits and %+,./:@_- alone, or let an executable do it");
    }
}
