package dev.cadastre.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A program that serves and runs as a user of its own. Closing it asks it to end, and returns when
 * it has.
 */
final class AccountProgram implements AutoCloseable {

    private static final long STOP_SECONDS = 30;
    private static final int LAST_CHARACTERS = 2_000;

    private final Process process;
    private final Path log;

    private AccountProgram(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it; what it says goes to the log. */
    static AccountProgram start(String user, Path log, List<String> command) throws IOException {
        Process process =
                new ProcessBuilder(as(user, command))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        return new AccountProgram(process, log);
    }

    /** The command line that runs another as a user. */
    static List<String> as(String user, List<String> command) {
        List<String> whole = new ArrayList<>();
        whole.addAll(List.of("setpriv", "--reuid", user, "--regid", user, "--clear-groups"));
        whole.addAll(command);
        return whole;
    }

    /** Makes a folder that nobody but a user may enter. */
    static Path folder(Path folder, String user) throws IOException {
        Set<PosixFilePermission> own = PosixFilePermissions.fromString("rwx------");
        Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(own));
        var users = folder.getFileSystem().getUserPrincipalLookupService();
        return Files.setOwner(folder, users.lookupPrincipalByName(user));
    }

    interface Question {
        /** Whether it is so; an exception says that it is not. */
        boolean holds() throws Exception;
    }

    /** Returns when a question is answered with yes; an IOException if that is not in time. */
    void await(String what, Question question, long seconds, long betweenMs)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        Exception last = null;
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                if (question.holds()) {
                    return;
                }
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                last = e;
            }
            TimeUnit.MILLISECONDS.sleep(betweenMs);
        }
        throw new IOException("not in time: %s; it said:%n%s".formatted(what, lastWords()), last);
    }

    private String lastWords() throws IOException {
        String said = Files.readString(log);
        return said.substring(Math.max(0, said.length() - LAST_CHARACTERS));
    }

    double residentMb() throws IOException {
        return Machine.residentMb(process.pid());
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
    }
}
