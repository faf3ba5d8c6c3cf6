package dev.cadastre.change.file;

import dev.cadastre.change.Operation;
import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.ini.Entry;
import dev.cadastre.ini.IniDocument;
import dev.cadastre.ini.Problem;
import dev.cadastre.ini.Section;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An operation of a file, which is made for each host with that host's values. */
final class WrittenOperation implements ScriptOperation {

    private static final int LONGEST_SUMMARY = 120;

    /** The parameter that says what an operation does, if it has one. */
    private static final String ABOUT = "about";

    private final OperationForm form;
    private final IniDocument document;
    private final Section section;
    private final Set<String> reserved;

    WrittenOperation(
            OperationForm form, IniDocument document, Section section, Set<String> reserved) {
        this.form = form;
        this.document = document;
        this.section = section;
        this.reserved = reserved;
    }

    @Override
    public String name() {
        return form.name();
    }

    /** What is required, as it is written; or else the first that is stated. */
    @Override
    public String summary() {
        String all =
                told().stream()
                        .map(this::written)
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", "))
                        .replace('\n', ' ');
        return all.length() <= LONGEST_SUMMARY ? all : all.substring(0, LONGEST_SUMMARY) + "…";
    }

    private List<String> told() {
        if (form.parameter(ABOUT).isPresent()) {
            return List.of(ABOUT);
        }
        List<String> required =
                form.parameters().stream()
                        .filter(Parameter::required)
                        .map(Parameter::name)
                        .toList();
        return required.isEmpty()
                ? form.parameters().stream()
                        .map(Parameter::name)
                        .filter(name -> written(name).isPresent())
                        .limit(1)
                        .toList()
                : required;
    }

    private Optional<String> written(String name) {
        return Stream.of(section.entry(name), section.entry(name + ".json"))
                .flatMap(Stream::ofNullable)
                .map(Entry::rawValue)
                .findFirst();
    }

    /**
     * {@inheritDoc}
     *
     * @throws WrongValues if it makes no sense with the values of the host
     */
    @Override
    public Script script(ScriptContext context) {
        return scripted(context).script(complete(context));
    }

    @Override
    public Script narrowed(Script script, ScriptContext context, ScriptAnswer looked) {
        return scripted(context).narrowed(script, complete(context), looked);
    }

    @Override
    public @Nullable Script undo(ScriptContext context, Map<String, String> before) {
        return scripted(context).undo(complete(context), before);
    }

    /** What its scripts are made from: with what the file states for all steps. */
    ScriptContext complete(ScriptContext context) {
        return CompleteContext.of(document, section, context);
    }

    private ScriptOperation scripted(ScriptContext context) {
        if (made(context.values()) instanceof ScriptOperation scripted) {
            return scripted;
        }
        throw new IllegalStateException(form.name() + " is no script");
    }

    /** The operation with the values of a host. */
    Operation made(Map<String, String> given) {
        StepValues values = new StepValues(document, section, GivenValues.all(document, given));
        Arguments arguments = values.arguments(form, reserved);
        if (values.problems().isEmpty()) {
            try {
                return form.maker().apply(arguments);
            } catch (IllegalArgumentException e) {
                values.problem(
                        "op",
                        "change.step-wrong",
                        Objects.requireNonNullElse(e.getMessage(), "cannot be done"),
                        "correct the step");
            }
        }
        throw new WrongValues(values.problems());
    }

    /** What is wrong with it, with the values of a host, and of those files. */
    List<Problem> problems(Map<String, String> given, Predicate<String> isThere) {
        try {
            made(given);
        } catch (WrongValues e) {
            return e.problems();
        }
        StepValues values = new StepValues(document, section, GivenValues.all(document, given));
        Arguments arguments = values.arguments(form, reserved);
        form.executable()
                .filter(path -> !isThere.test(path))
                .ifPresent(path -> missing(values, "op", path));
        for (Parameter parameter : form.parameters()) {
            if (parameter.type().isOfChange()) {
                arguments
                        .find(parameter.name())
                        .filter(path -> !path.equals("./") && !isThere.test(path))
                        .ifPresent(path -> missing(values, parameter.name(), path));
            }
        }
        return values.problems();
    }

    /** What it names and the change has not, as far as that is the same for all hosts. */
    List<Problem> missing(Predicate<String> isThere) {
        StepValues values = new StepValues(document, section, GivenValues.all(document, Map.of()));
        form.executable()
                .filter(path -> !isThere.test(path))
                .ifPresent(path -> missing(values, "op", path));
        form.parameters().stream()
                .filter(parameter -> parameter.type().isOfChange())
                .map(Parameter::name)
                .forEach(name ->
                        written(name)
                                .filter(path -> path.indexOf('$') < 0 && !path.equals("./"))
                                .filter(path -> !isThere.test(path))
                                .ifPresent(path -> missing(values, name, path)));
        return values.problems();
    }

    private static void missing(StepValues values, String key, String path) {
        values.problem(
                key,
                "change.file-missing",
                "names %s, which is not in the change's folder".formatted(path),
                "put it there, or correct the name");
    }
}
