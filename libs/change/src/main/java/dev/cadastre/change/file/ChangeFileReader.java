package dev.cadastre.change.file;

import dev.cadastre.change.At;
import dev.cadastre.change.Change;
import dev.cadastre.change.Job;
import dev.cadastre.change.Operation;
import dev.cadastre.ini.IniDocument;
import dev.cadastre.ini.Problem;
import dev.cadastre.ini.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a change of a document, and notes all that is wrong with it. For one file. */
final class ChangeFileReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final String CHANGE = "change";
    private static final String STEP = "step ";
    private static final String UNDO = "undo ";
    private static final String OP = "op";
    private static final Set<String> OF_CHANGE = Set.of("name", "summary");
    private static final Set<String> OF_STEP =
            Set.of(OP, "at", "as", "timeout", "restarts", "reloads", "undo");
    private static final Set<String> OF_UNDO = Set.of(OP);

    private final IniDocument document;
    private final OperationCatalogue catalogue;
    private final Map<String, String> given;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> wanted = new LinkedHashSet<>();
    private final Map<String, Operation> undos = new HashMap<>();
    private final Set<String> undosWritten = new LinkedHashSet<>();
    private final Set<String> undosUsed = new LinkedHashSet<>();

    ChangeFileReader(
            IniDocument document, OperationCatalogue catalogue, Map<String, String> given) {
        this.document = document;
        this.catalogue = catalogue;
        this.given = given;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Keys that have to be given for each host. */
    Set<String> wanted() {
        return wanted;
    }

    /** The change; empty if too little of it can be understood. */
    Optional<Change> read() {
        List<Section> steps = new ArrayList<>();
        for (Section section : document.sections().values()) {
            if (section.name().startsWith(STEP)) {
                steps.add(section);
            } else if (section.name().startsWith(UNDO)) {
                undo(section);
            } else if (!section.name().equals(CHANGE)) {
                unknown(section);
            }
        }
        String[] head = head();
        List<Job> jobs = new ArrayList<>();
        steps.forEach(step -> job(step).ifPresent(jobs::add));
        if (steps.isEmpty()) {
            problem(0, "change.no-step", "the file has no step", "write one as [step NAME]");
        }
        undosWritten.stream().filter(name -> !undosUsed.contains(name)).forEach(this::unused);
        return problems.isEmpty()
                ? Optional.of(new Change(head[0], head[1], jobs))
                : Optional.empty();
    }

    private void unknown(Section section) {
        problem(
                section.line(),
                "change.section-unknown",
                "there is no kind of section [%s]".formatted(section.name()),
                "write [change], [step NAME] or [undo NAME]; parameters stand in [DEFAULT]");
    }

    private void unused(String name) {
        Section section = Objects.requireNonNull(document.section(UNDO + name));
        problem(
                section.line(),
                "change.undo-unused",
                "no step is undone by [%s]".formatted(section.name()),
                "name it by undo = %s in a step, or leave it out".formatted(name));
    }

    private void problem(int line, String code, String message, String remedy) {
        problems.add(Problem.error(document.file(), line, 0, code, message, remedy));
    }

    /** Name and summary. */
    private String[] head() {
        Section section = document.section(CHANGE);
        if (section == null) {
            problem(
                    0,
                    "change.no-name",
                    "the file does not say what the change is called",
                    "begin with a section [change] and name = …");
            return new String[] {"", ""};
        }
        StepValues values = values(section);
        section.entries().keySet().stream()
                .filter(key -> !OF_CHANGE.contains(key))
                .forEach(key ->
                        values.problem(
                                key,
                                "change.key-unknown",
                                "has no key " + key,
                                "it takes name and summary"));
        String name = values.find("name").orElse("");
        if (!NAME.matcher(name).matches()) {
            values.problem(
                    "name",
                    "change.name-wrong",
                    "does not state a name of letters, digits, dots, dashes and underscores",
                    "state name, such as name = shop");
        }
        String summary = values.find("summary").orElse("");
        take(values);
        return new String[] {name, summary};
    }

    private StepValues values(Section section) {
        return new StepValues(document, section, GivenValues.some(document, given));
    }

    private void take(StepValues values) {
        problems.addAll(values.problems());
        wanted.addAll(values.wanted());
    }

    private void undo(Section section) {
        String name = named(section, UNDO);
        undosWritten.add(name);
        StepValues values = values(section);
        Operation operation = operation(section, values, OF_UNDO);
        take(values);
        if (operation != null) {
            undos.put(name, operation);
        }
    }

    private String named(Section section, String kind) {
        String name = section.name().substring(kind.length()).strip();
        if (!NAME.matcher(name).matches()) {
            problem(
                    section.line(),
                    "change.name-wrong",
                    "[%s] has no name of letters, digits, dots, dashes and underscores"
                            .formatted(section.name()),
                    "name it as in [%sdatabase]".formatted(kind));
        }
        return name;
    }

    private Optional<Job> job(Section section) {
        String name = named(section, STEP);
        StepValues values = values(section);
        Operation operation = operation(section, values, OF_STEP);
        At at = at(values);
        Duration limit = limit(values);
        String as = account(values);
        Operation undo = undone(values);
        List<String> restarts = values.find("restarts").map(ParameterType::list).orElse(List.of());
        List<String> reloads = values.find("reloads").map(ParameterType::list).orElse(List.of());
        take(values);
        return operation == null
                ? Optional.empty()
                : Optional.of(new Job(name, at, operation, limit, as, restarts, reloads, undo));
    }

    private static At at(StepValues values) {
        String text = values.find("at").orElse("remote");
        try {
            return At.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            values.problem(
                    "at",
                    "change.at-wrong",
                    "is done nowhere that is called " + text,
                    "write at = local, remote or both");
            return At.REMOTE;
        }
    }

    private static Duration limit(StepValues values) {
        Optional<String> text = values.find("timeout");
        if (text.isPresent() && !ParameterType.DURATION.takes(text.get())) {
            values.problem(
                    "timeout",
                    "change.timeout-wrong",
                    "may not take " + text.get(),
                    "write " + ParameterType.DURATION.words());
            return Job.USUAL_LIMIT;
        }
        return text.map(ParameterType::duration).orElse(Job.USUAL_LIMIT);
    }

    private static @Nullable String account(StepValues values) {
        Optional<String> text = values.find("as");
        if (text.isPresent() && !NAME.matcher(text.get()).matches()) {
            values.problem(
                    "as",
                    "change.as-wrong",
                    "is done as nobody that is called " + text.get(),
                    "write the name of an account, such as as = root");
        }
        return text.orElse(null);
    }

    private @Nullable Operation undone(StepValues values) {
        Optional<String> name = values.find("undo");
        if (name.isEmpty()) {
            return null;
        }
        undosUsed.add(name.get());
        if (!undosWritten.contains(name.get())) {
            values.problem(
                    "undo",
                    "change.undo-unknown",
                    "is undone by %s, which is nowhere written".formatted(name.get()),
                    Nearest.of(name.get(), undosWritten)
                            .map(near -> "did you mean " + near + "?")
                            .orElse("write it as [undo %s]".formatted(name.get())));
        }
        return undos.get(name.get());
    }

    private @Nullable Operation operation(
            Section section, StepValues values, Set<String> reserved) {
        Optional<String> name = values.find(OP);
        if (name.isEmpty()) {
            values.problem(
                    OP,
                    "change.op-missing",
                    "does not say what it does",
                    "state op, such as op =" + " files.copy");
            return null;
        }
        Optional<OperationForm> form = catalogue.find(name.get());
        if (form.isEmpty()) {
            unknownOperation(values, name.get());
            return null;
        }
        Arguments arguments = values.arguments(form.get(), reserved);
        if (form.get().ofHost()) {
            return new WrittenOperation(form.get(), document, section, reserved);
        }
        if (values.isWaiting()) {
            values.problem(
                    OP,
                    "change.value-late",
                    "refers to values of hosts, but %s is the same for all".formatted(name.get()),
                    "state the value in [DEFAULT]");
            return null;
        }
        return values.problems().isEmpty() ? form.get().maker().apply(arguments) : null;
    }

    private void unknownOperation(StepValues values, String name) {
        List<String> known = catalogue.forms().stream().map(OperationForm::name).sorted().toList();
        values.problem(
                OP,
                "change.op-unknown",
                "there is no operation " + name,
                Nearest.of(name, known)
                        .map(near -> "did you mean " + near + "?")
                        .orElse(
                                "there are "
                                        + String.join(", ", known)
                                        + ", and executables beside the file as ./NAME"));
    }
}
