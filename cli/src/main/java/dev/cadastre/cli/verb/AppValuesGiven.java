package dev.cadastre.cli.verb;

import dev.cadastre.cli.app.GivenValues;
import dev.cadastre.cli.run.AskedSecrets;
import dev.cadastre.cli.session.Session;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Values of parameters: options of whatever gives some. */
final class AppValuesGiven {

    @Option(
            names = {"-p", "--parameter", "-f", "--file"},
            paramLabel = "NAME=VALUE|FILE",
            description = {
                "a value, or a file with values; several times for several, later ones count more",
                "NAME=@FILE is what is in a file, NAME=? is asked for: secrets are given so"
            })
    private List<String> words = new ArrayList<>();

    GivenValues values(Session session, List<String> more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(more);
        return GivenValues.read(all, new AskedSecrets(session));
    }
}
