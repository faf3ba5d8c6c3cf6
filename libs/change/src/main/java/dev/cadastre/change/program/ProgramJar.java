package dev.cadastre.change.program;

import dev.cadastre.change.ChangeProgram;
import dev.cadastre.change.archive.ChangeFolder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * An application's jar with changes in it. Its classes see those of this library, and of the JDK;
 * what else they need must be in the jar, or in jars that Spring Boot or a web application has in
 * it. For one thread.
 */
public final class ProgramJar implements AutoCloseable {

    private final Path path;
    private final JarFile jar;
    private final JarLayout layout;
    private final Set<String> names;
    private final Path scratch;
    private final URLClassLoader classes;

    private ProgramJar(Path path, JarFile jar) throws IOException {
        this.path = path;
        this.jar = jar;
        this.layout = JarLayout.of(jar);
        this.names = ProgramNames.of(jar, layout);
        if (names.isEmpty()) {
            throw new ProgramRefused(
                    "change.jar-no-program",
                    path
                            + " names no change; name its class in the manifest, as"
                            + " Cadastre-Change: com.example.devops.Deploy");
        }
        this.scratch = Files.createTempDirectory("cadastre-change");
        try {
            this.classes =
                    new URLClassLoader(
                            layout.places(path, jar, scratch),
                            ChangeProgram.class.getClassLoader());
        } catch (IOException e) {
            remove(scratch);
            throw e;
        }
    }

    /**
     * Opens a jar. Nothing in it is run yet.
     *
     * @throws ProgramRefused if it is no jar, or names no change
     */
    public static ProgramJar open(Path path) throws ProgramRefused {
        try {
            JarFile jar = new JarFile(path.toFile());
            try {
                return new ProgramJar(path, jar);
            } catch (IOException e) {
                jar.close();
                throw e;
            }
        } catch (ProgramRefused e) {
            throw e;
        } catch (IOException e) {
            throw new ProgramRefused(
                    "change.jar-unreadable",
                    "%s cannot be read: %s; see that it is a jar".formatted(path, e.getMessage()),
                    e);
        }
    }

    /** The classes of its changes; those of the manifest come first. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /**
     * A change of it. Runs code of the jar.
     *
     * @param name its class, with or without the package; empty for the only one
     * @throws ProgramRefused if there is none of that name, or it cannot be used
     */
    public ChangeProgram program(String name) throws ProgramRefused {
        String found = found(name);
        try {
            Object made =
                    Class.forName(found, true, classes).getDeclaredConstructor().newInstance();
            if (made instanceof ChangeProgram program) {
                return program;
            }
            throw wrong(found, "it does not implement " + ChangeProgram.class.getName(), null);
        } catch (UnsupportedClassVersionError e) {
            throw wrong(found, "it is for a newer Java than " + Runtime.version().feature(), e);
        } catch (ClassNotFoundException e) {
            throw wrong(found, "there is no such class", e);
        } catch (NoSuchMethodException | IllegalAccessException | InstantiationException e) {
            throw wrong(found, "it is not public with a public constructor without parameters", e);
        } catch (ReflectiveOperationException | LinkageError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw wrong(found, "it cannot be made: " + cause, e);
        }
    }

    private String found(String name) throws ProgramRefused {
        List<String> fitting =
                names.stream()
                        .filter(one ->
                                name.isEmpty() || one.equals(name) || one.endsWith("." + name))
                        .toList();
        if (fitting.size() != 1) {
            throw new ProgramRefused(
                    "change.program-unknown",
                    "%s has %s changes called '%s'; name one of %s"
                            .formatted(
                                    path,
                                    fitting.isEmpty() ? "no" : "several",
                                    name,
                                    String.join(", ", names)));
        }
        return fitting.get(0);
    }

    private ProgramRefused wrong(
            String program, String why, @org.jspecify.annotations.Nullable Throwable cause) {
        return new ProgramRefused(
                "change.program-wrong",
                "%s of %s cannot be used: %s".formatted(program, path, why),
                cause == null ? new IllegalStateException(why) : cause);
    }

    /**
     * The files of a change: all that lies beside its class in the jar, at any depth, but classes;
     * and the jar itself, if its manifest says by {@code Cadastre-Change-Jar} what it is called
     * there. Those that begin with {@code #!} may be run.
     *
     * @param name as for {@link #program}
     * @throws ProgramRefused if there is no such change, or its files are not what a change may
     *     have
     */
    public ChangeFolder files(String name) throws IOException {
        String program = found(name);
        String folder =
                layout.classes()
                        + program.substring(0, program.lastIndexOf('.') + 1).replace('.', '/');
        Map<String, byte[]> files = new HashMap<>();
        Set<String> executables = new HashSet<>();
        long size = addItself(files);
        for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
            String path = entry.getName();
            if (entry.isDirectory() || !path.startsWith(folder) || path.endsWith(".class")) {
                continue;
            }
            byte[] content = content(entry, ChangeFolder.MOST_BYTES - size);
            size += content.length;
            files.put(path.substring(folder.length()), content);
            if (content.length > 1 && content[0] == '#' && content[1] == '!') {
                executables.add(path.substring(folder.length()));
            }
        }
        try {
            return ChangeFolder.of(files, executables);
        } catch (IllegalArgumentException e) {
            throw new ProgramRefused(
                    "change.jar-files",
                    "The files beside %s in %s are none of a change: %s"
                            .formatted(program, path, e.getMessage()),
                    e);
        }
    }

    /** An application whose jar is what is deployed has no other way to bring itself along. */
    private long addItself(Map<String, byte[]> files) throws IOException {
        String name = ProgramNames.ofJar(jar);
        if (name.isEmpty()) {
            return 0;
        }
        if (Files.size(path) > ChangeFolder.MOST_BYTES) {
            throw tooLarge();
        }
        byte[] itself = Files.readAllBytes(path);
        files.put(name, itself);
        return itself.length;
    }

    private ProgramRefused tooLarge() {
        return new ProgramRefused(
                "change.jar-files",
                "The files of a change in %s have more than %d bytes"
                        .formatted(path, ChangeFolder.MOST_BYTES));
    }

    private byte[] content(JarEntry entry, long most) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] content = in.readNBytes((int) most);
            if (in.read() >= 0) {
                throw tooLarge();
            }
            return content;
        }
    }

    @Override
    public void close() throws IOException {
        try (jar) {
            classes.close();
        } finally {
            remove(scratch);
        }
    }

    /** There are files in it, and no folders. */
    private static void remove(Path scratch) throws IOException {
        try (Stream<Path> files = Files.list(scratch)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(scratch);
    }
}
