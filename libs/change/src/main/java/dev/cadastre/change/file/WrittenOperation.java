package dev.cadastre.change.file;

import dev.cadastre.change.Operation;
import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.script.Script;
import dev.cadastre.ini.Entry;
import dev.cadastre.ini.IniDocument;
import dev.cadastre.ini.Problem;
import dev.cadastre.ini.Section;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** An operation of a file, which is made for each host with that host's values. */
final class WrittenOperation implements ScriptOperation {

    private static final int LONGEST_SUMMARY = 120;

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

    /** What is required, as it is written. */
    @Override
    public String summary() {
        String all =
                form.parameters().stream()
                        .filter(Parameter::required)
                        .map(parameter -> section.entry(parameter.name()))
                        .filter(Objects::nonNull)
                        .map(Entry::rawValue)
                        .collect(Collectors.joining(", "))
                        .replace('\n', ' ');
        return all.length() <= LONGEST_SUMMARY ? all : all.substring(0, LONGEST_SUMMARY) + "…";
    }

    /**
     * {@inheritDoc}
     *
     * @throws WrongValues if it makes no sense with the values of the host
     */
    @Override
    public Script script(ScriptContext context) {
        Operation made = made(context.values());
        if (made instanceof ScriptOperation scripted) {
            return scripted.script(context);
        }
        throw new IllegalStateException(form.name() + " is no script");
    }

    private Operation made(Map<String, String> given) {
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

    /** What is wrong with it, with the values of a host. */
    List<Problem> problems(Map<String, String> given) {
        try {
            made(given);
            return List.of();
        } catch (WrongValues e) {
            return e.problems();
        }
    }
}
