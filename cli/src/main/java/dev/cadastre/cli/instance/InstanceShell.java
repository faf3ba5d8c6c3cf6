package dev.cadastre.cli.instance;

import dev.cadastre.change.host.LocalShell;
import dev.cadastre.change.host.Shell;
import dev.cadastre.change.text.ShellWords;
import java.util.List;
import java.util.stream.Collectors;

/** Runs command lines in an instance. */
final class InstanceShell implements Shell {

    private final LocalShell local = new LocalShell();
    private final Instance instance;

    InstanceShell(Instance instance) {
        this.instance = instance;
    }

    @Override
    public Ended execute(Call call) {
        String line =
                instance.command(List.of("/bin/sh", "-c", call.line())).stream()
                        .map(ShellWords::quoted)
                        .collect(Collectors.joining(" ", "exec ", ""));
        return local.execute(
                new Call(line, call.onTerminal(), call.limit(), call.reads(), call.dialogue()));
    }
}
