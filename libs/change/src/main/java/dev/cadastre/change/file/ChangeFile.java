package dev.cadastre.change.file;

import dev.cadastre.change.Change;
import dev.cadastre.change.Operation;
import dev.cadastre.change.ScriptContext;
import dev.cadastre.ini.IniParser;
import dev.cadastre.ini.IniReading;
import dev.cadastre.ini.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A change that was written as a file. Immutable.
 *
 * <p>The format stands in {@code docs/formats/change.md}: INI, with a section {@code [change]}, an
 * ordered {@code [step NAME]} for each job, and {@code [undo NAME]} for what undoes some; data and
 * {@code ${…}} only, no logic.
 */
public final class ChangeFile {

    private final Change change;
    private final Set<String> wanted;

    private ChangeFile(Change change, Set<String> wanted) {
        this.change = change;
        this.wanted = Set.copyOf(wanted);
    }

    /**
     * Reads a file. Nothing else is opened.
     *
     * @param name the file's name for messages
     * @param content UTF-8
     */
    public static ChangeFileReading read(
            String name, byte[] content, OperationCatalogue catalogue) {
        return read(name, content, catalogue, Map.of());
    }

    /**
     * Reads a file of which it is known what it is given on all hosts alike. That counts before
     * what the file states for all steps, also where something has to be known before any host is,
     * such as what the change or its bundle is called.
     *
     * @param given values by their names
     */
    public static ChangeFileReading read(
            String name, byte[] content, OperationCatalogue catalogue, Map<String, String> given) {
        IniReading ini = IniParser.parse(name, content);
        ChangeFileReader reader = new ChangeFileReader(ini.document(), catalogue, given);
        Optional<Change> change = reader.read();
        List<Problem> problems = new ArrayList<>(ini.problems());
        problems.addAll(reader.problems());
        problems.sort(Problem.BY_PLACE);
        boolean usable = problems.stream().noneMatch(Problem::isError);
        return new ChangeFileReading(
                usable
                        ? change.map(read -> new ChangeFile(read, reader.wanted()))
                        : Optional.empty(),
                problems);
    }

    /** The change; its operations are made for each host when their scripts are. */
    public Change change() {
        return change;
    }

    /** Names of the values that have to be given for each host, in alphabetical order. */
    public Set<String> wanted() {
        return new TreeSet<>(wanted);
    }

    /**
     * An operation of the change as it is with these values of a run and a host. One that is the
     * same for all hosts is what it is.
     *
     * @throws WrongValues if it makes no sense with them
     */
    public static Operation made(Operation operation, Map<String, String> values) {
        return operation instanceof WrittenOperation written ? written.made(values) : operation;
    }

    /**
     * What scripts of an operation that was {@linkplain #made made} are made from: with what the
     * file states for all steps where nothing else was given.
     */
    public static ScriptContext context(Operation operation, ScriptContext given) {
        return operation instanceof WrittenOperation written ? written.complete(given) : given;
    }

    /**
     * All that is wrong with the steps, with these values of a run and a host.
     *
     * @param isThere whether the change has a file, or a folder, of that path; one that is named as
     *     a folder ends with a slash
     */
    public List<Problem> problems(Map<String, String> values, Predicate<String> isThere) {
        return operations()
                .flatMap(operation -> operation.problems(values, isThere).stream())
                .distinct()
                .toList();
    }

    /**
     * Which files the steps name and the change has not, as far as that can be told before any host
     * is known.
     *
     * @param isThere whether the change has a file, or a folder, of that path; one that is named as
     *     a folder may end with a slash
     */
    public List<Problem> missing(Predicate<String> isThere) {
        return operations()
                .flatMap(operation -> operation.missing(isThere).stream())
                .distinct()
                .toList();
    }

    private Stream<WrittenOperation> operations() {
        return change.jobs().stream()
                .flatMap(job ->
                        Stream.of(Optional.of(job.operation()), Optional.ofNullable(job.undo()))
                                .flatMap(Optional::stream))
                .filter(WrittenOperation.class::isInstance)
                .map(WrittenOperation.class::cast);
    }
}
