package dev.cadastre.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a worker is started: the JVM that this one is, with this library and nothing else.
 *
 * @param java its program
 * @param library where this library is
 */
record WorkerJvm(Path java, Library library) {
    private static final long MOST_MEMORY = 1L << 30;

    /** So that names of files in any language are understood; nothing else is told. */
    private static final List<String> ENVIRONMENT = List.of("LC_ALL=C.UTF-8");

    /**
     * It takes little memory. Nobody attaches to it, since plug-ins are of the same user, and it
     * leaves no files.
     */
    private static final List<String> FLAGS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-Xms8m",
                    "-Xmn4m",
                    "-Xshare:auto",
                    "-XX:-UsePerfData",
                    "-XX:+DisableAttachMechanism",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:+ErrorFileToStderr",
                    "-Xlog:disable",
                    "-Xlog:all=error:stderr",
                    "--enable-native-access=ALL-UNNAMED");

    /** Finds the library when it is needed. */
    interface Library {
        LibraryPath find() throws IOException;
    }

    /** Of this JVM, and this library wherever it was loaded from. */
    static WorkerJvm ours() {
        return new WorkerJvm(
                Path.of(System.getProperty("java.home"), "bin", "java"), LibraryPath::find);
    }

    /** The whole command. It may take as much memory as this JVM, but not absurdly much. */
    List<String> command(Path classPath, Account account) {
        long memory = Math.min(Runtime.getRuntime().maxMemory(), MOST_MEMORY);
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(FLAGS);
        command.add("-Xmx" + memory);
        command.addAll(List.of("-cp", classPath.toString(), WorkerProgram.class.getName()));
        command.add(account.name());
        return command;
    }

    List<String> environment() {
        return ENVIRONMENT;
    }
}
