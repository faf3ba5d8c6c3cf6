package dev.cadastre.change.host;

import dev.cadastre.ssh.Command;
import dev.cadastre.ssh.CommandInput;
import dev.cadastre.ssh.RunResult;
import dev.cadastre.ssh.SshConnections;
import dev.cadastre.ssh.Target;

/** Runs command lines on a host over SSH, by connections that are kept. */
public final class SshShell implements Shell {

    private final SshConnections connections;
    private final Target target;

    /** By connections that somebody else closes. */
    public SshShell(SshConnections connections, Target target) {
        this.connections = connections;
        this.target = target;
    }

    @Override
    public boolean offersTerminal() {
        return true;
    }

    @Override
    public Ended execute(Call call) {
        // What is kept of the output is bounded by whoever takes it.
        Command command =
                Command.of(call.line()).within(call.limit()).writingAtMost(Long.MAX_VALUE);
        return ended(connections.converse(target, command, new Passing(call)));
    }

    private static Ended ended(RunResult result) {
        if (result instanceof RunResult.Completed completed) {
            return completed.exit() instanceof RunResult.Exit.Status status
                    ? new Exited(status.code())
                    : new Signalled(((RunResult.Exit.Signal) completed.exit()).name());
        }
        if (result instanceof RunResult.TimedOut late
                && late.phase() == RunResult.TimedOut.Phase.COMMAND) {
            return new LetGo(true);
        }
        if (result instanceof RunResult.Interrupted cut
                && cut.by() == RunResult.Interrupted.By.CALLER) {
            return new LetGo(false);
        }
        return new Lost(((RunResult.Failed) result).message());
    }

    private record Passing(Call call) implements dev.cadastre.ssh.Dialogue {

        @Override
        public boolean onTerminal() {
            return call.onTerminal();
        }

        @Override
        public void begun(CommandInput input) {
            call.dialogue()
                    .begun(
                            new Input() {
                                @Override
                                public void write(byte[] bytes) {
                                    input.write(bytes);
                                }

                                @Override
                                public void end() {
                                    input.end();
                                }

                                @Override
                                public void letGo() {
                                    input.cut();
                                }
                            });
        }

        @Override
        public void output(byte[] bytes, int offset, int length) {
            call.dialogue().output(bytes, offset, length);
        }

        @Override
        public void errors(byte[] bytes, int offset, int length) {
            call.dialogue().errors(bytes, offset, length);
        }
    }
}
