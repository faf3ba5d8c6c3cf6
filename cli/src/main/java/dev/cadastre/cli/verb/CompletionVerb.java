package dev.cadastre.cli.verb;

import dev.cadastre.cli.session.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cadastre completion SHELL}. */
@Command(
        name = "completion",
        description = "Print a script that completes verbs, options and queries in your shell.",
        footer = {
            "",
            "Example: cadastre completion bash >"
                    + " ~/.local/share/bash-completion/completions/cadastre"
        })
public final class CompletionVerb implements Callable<Integer> {

    /** The shells it is for; zsh reads the script for bash. */
    enum Shell {
        BASH,
        ZSH
    }

    private final Session session;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "bash or zsh")
    private Shell shell = Shell.BASH;

    /** The verb of a session. */
    public CompletionVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var out = session.surroundings().out();
        if (shell == Shell.ZSH) {
            out.println("autoload -U +X compinit && compinit");
        }
        out.println(
                AutoComplete.bash("cadastre", Objects.requireNonNull(spec).root().commandLine()));
        out.print(queries());
        return 0;
    }

    private static String queries() {
        try (InputStream in = CompletionVerb.class.getResourceAsStream("query-completion.sh")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
