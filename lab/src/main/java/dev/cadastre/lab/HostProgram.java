package dev.cadastre.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A program that was started on a host and stays. Safe for use by several threads. Its methods fail
 * with a {@link LabException} while the host is stopped.
 */
public final class HostProgram {
    private static final AtomicInteger STARTED = new AtomicInteger();

    private final LabHost host;
    private final String pid;
    private final String log;

    private HostProgram(LabHost host, String pid, String log) {
        this.host = host;
        this.pid = pid;
        this.log = log;
    }

    static HostProgram launch(LabHost host, String account, List<String> words) {
        String log = "/var/log/lab-%d.log".formatted(STARTED.incrementAndGet());
        List<String> arguments = new ArrayList<>(List.of(log, account));
        arguments.addAll(words);
        String pid = host.run(Resources.text("launch-program.sh"), arguments).strip();
        return new HostProgram(host, pid, log);
    }

    /**
     * Returns when the host listens on that TCP port, found without connecting to it; the end of
     * the program before that is a failure, with what it said.
     */
    public HostProgram awaitPort(int port) {
        host.run(Resources.text("await-port.sh"), List.of(pid, Integer.toString(port), log));
        return this;
    }

    /** Returns when it has a connection to that peer; its end before that is a failure. */
    public HostProgram awaitConnection(String address, int port) {
        host.run(
                Resources.text("await-connection.sh"),
                List.of(pid, address, Integer.toString(port), log));
        return this;
    }

    /**
     * Returns when that shell text succeeds on the host, as root; the end of the program before
     * that, or most of a minute, is a failure, with what it said.
     */
    public HostProgram awaitCommand(String shell) {
        host.run(Resources.text("await-command.sh"), List.of(pid, shell, log));
        return this;
    }

    /** What it has written to its standard output and standard error. */
    public String log() {
        return host.run("cat -- \"$1\"", List.of(log));
    }

    /** Asks it to end, and returns when it and those of its children that it waits for have. */
    public void stop() {
        end("TERM");
    }

    /** Ends it by that signal, as {@code INT}, and returns when it has ended. */
    public void end(String signal) {
        host.run(Resources.text("end-program.sh"), List.of(pid, signal));
    }
}
