package dev.cadastre.cli.change;

import dev.cadastre.change.Change;
import dev.cadastre.change.Given;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.archive.FolderReading;
import dev.cadastre.change.file.ChangeFile;
import dev.cadastre.change.file.ChangeFileReading;
import dev.cadastre.change.operation.MustacheRendering;
import dev.cadastre.change.operation.Rendering;
import dev.cadastre.change.portable.BuiltInOperations;
import dev.cadastre.change.portable.ChangeWriter;
import dev.cadastre.change.portable.ChangeWriting;
import dev.cadastre.change.portable.CompiledPrograms;
import dev.cadastre.change.portable.PortableChange;
import dev.cadastre.change.program.ProgramJar;
import dev.cadastre.cli.server.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads changes. Whatever is wrong with one is a {@link Failure} that tells all of it. */
public final class ChangeSource {

    private static final Rendering RENDERING = new MustacheRendering();

    private final Map<String, String> parameters;
    private final Map<String, Map<String, String>> hosts;

    /**
     * For those parameters and hosts.
     *
     * @param hosts with the values of each, for changes that are written in Java
     */
    public ChangeSource(Map<String, String> parameters, Map<String, Map<String, String>> hosts) {
        this.parameters = Map.copyOf(parameters);
        this.hosts = Map.copyOf(hosts);
    }

    /** Whether it is a change that was written in Java. */
    public static boolean isJar(Path path) {
        return path.toString().endsWith(".jar");
    }

    /**
     * Reads a {@code .change} file with its folder, or compiles one that was written in Java.
     *
     * @param program which one of a jar that has several; null for its only one
     */
    public GivenChange read(Path path, @Nullable String program) {
        if (!Files.isRegularFile(path)) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "There is no file " + path,
                    "Name a .change file, or a jar with a change in it.");
        }
        return isJar(path) ? compiled(path, program) : written(path);
    }

    private GivenChange written(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        Path name = absolute.getFileName();
        if (parent == null || name == null) {
            throw new Failure(Failure.Kind.USAGE, path + " is no file", "Name a .change file.");
        }
        FolderReading reading = ChangeFolder.read(parent);
        Problems problems = new Problems().add(reading.problems());
        problems.require(parent.toString());
        return understood(reading.folder().orElseThrow(), name.toString(), path.toString());
    }

    /**
     * Reads the file of a folder.
     *
     * @param shown how the file is called where something is wrong with it
     */
    public GivenChange understood(ChangeFolder folder, String file, String shown) {
        return read(folder, file, shown, read -> ofHosts(read, folder));
    }

    /**
     * The same of one that was checked for its hosts by whoever keeps it, who may know values that
     * are told to nobody.
     */
    public GivenChange kept(ChangeFolder folder, String file, String shown) {
        return read(folder, file, shown, _ -> List.of());
    }

    private GivenChange read(
            ChangeFolder folder,
            String file,
            String shown,
            Function<ChangeFile, List<dev.cadastre.ini.Problem>> check) {
        try {
            ChangeFileReading reading =
                    ChangeFile.read(
                            shown,
                            folder.content(file),
                            BuiltInOperations.catalogue(RENDERING),
                            parameters);
            Problems problems = new Problems().add(reading.problems());
            reading.file().map(check).ifPresent(problems::add);
            problems.require(shown);
            ChangeFile read = reading.file().orElseThrow();
            return new GivenChange(folder, file, read, read.change());
        } catch (IOException e) {
            throw unreadable(shown, e);
        }
    }

    private List<dev.cadastre.ini.Problem> ofHosts(ChangeFile read, ChangeFolder folder) {
        return hosts.entrySet().stream()
                .flatMap(host ->
                        read.problems(values(host.getKey(), host.getValue()), folder::has).stream())
                .toList();
    }

    /** What was given counts before what the estate states. */
    private Map<String, String> values(String host, Map<String, String> ofHost) {
        Map<String, String> values = new HashMap<>(ofHost);
        values.putAll(parameters);
        values.put("host", host);
        return values;
    }

    /** The jar stays open as long as the command: its programs may load more of it at any time. */
    private GivenChange compiled(Path path, @Nullable String program) {
        try {
            return compiled(ProgramJar.open(path), path, program);
        } catch (IOException e) {
            throw unreadable(path.toString(), e);
        }
    }

    private GivenChange compiled(ProgramJar jar, Path path, @Nullable String program)
            throws IOException {
        Change own = own(jar, path, program);
        GivenChange given = portable(own, jar.files(named(program)), path.toString());
        return new GivenChange(
                given.folder(),
                given.file(),
                given.read(),
                CompiledPrograms.joined(given.change(), own));
    }

    /**
     * A change that was put together, in the form in which it is sent.
     *
     * @param files that it names
     * @param shown how it is called where something is wrong with it
     */
    public GivenChange portable(Change own, ChangeFolder files, String shown) {
        ChangeWriting writing =
                ChangeWriter.write(own, files, new Given(parameters, hosts), RENDERING);
        new Problems().add(writing.problems()).require(shown);
        PortableChange portable = writing.change().orElseThrow();
        return understood(portable.folder(), portable.file(), shown + "!" + portable.file());
    }

    private Change own(ProgramJar jar, Path path, @Nullable String program) throws IOException {
        try {
            return jar.program(named(program)).change(new Given(parameters, hosts));
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "%s cannot be run: %s".formatted(path, e.getMessage()),
                    e,
                    "Give what it needs with -p NAME=VALUE.");
        }
    }

    private static String named(@Nullable String program) {
        return program == null ? "" : program;
    }

    /** Gives a change that was kept the programs that only its jar has. */
    public GivenChange joined(GivenChange given, Path path, @Nullable String program) {
        try {
            Change own = own(ProgramJar.open(path), path, program);
            return new GivenChange(
                    given.folder(),
                    given.file(),
                    given.read(),
                    CompiledPrograms.joined(given.change(), own));
        } catch (IOException e) {
            throw unreadable(path.toString(), e);
        }
    }

    private static Failure unreadable(String path, IOException cause) {
        return new Failure(
                Failure.Kind.NO,
                "Cannot read %s: %s".formatted(path, cause.getMessage()),
                cause,
                "Name a file that you can read and that nobody changes meanwhile.");
    }
}
