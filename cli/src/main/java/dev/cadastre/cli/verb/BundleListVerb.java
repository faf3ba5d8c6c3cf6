package dev.cadastre.cli.verb;

import dev.cadastre.cli.bundle.Bundles;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.output.Format;
import dev.cadastre.cli.output.Wording;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cadastre bundle ls HOST}. */
@Command(
        name = "ls",
        description =
                "Tell which runs have a host, since when and what for, and how to look there.",
        footer = {
            "",
            "Example: cadastre bundle ls web1",
            "         cadastre bundle ls ops@web1:2222 --offline"
        })
final class BundleListVerb implements Callable<Integer> {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.of("BUNDLE", "name"),
                    Column.of("RUN", BundleListVerb::run),
                    Column.of("WHO", bundle -> bundle.text("lock", "who").orElse("")),
                    Column.moment("SINCE", "lock", "since"),
                    Column.of("MESSAGE", bundle -> bundle.text("lock", "message").orElse("")),
                    Column.of("STATE", BundleListVerb::state));

    private final Session session;

    @Mixin private final BundleHost host = new BundleHost();

    BundleListVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Bundles bundles = host.bundles(session)) {
            Json list = bundles.list();
            session.printer().list(list, COLUMNS);
            if (session.printer().format() == Format.TABLE) {
                list.list("items").forEach(this::tellWays);
            }
            return 0;
        }
    }

    private static String run(Json bundle) {
        return bundle.text("lock", "id").or(() -> bundle.text("lock", "run")).orElse("");
    }

    private static String state(Json bundle) {
        if (!bundle.list("atWork").isEmpty()) {
            return "at work with script " + Wording.of(bundle.at("atWork"));
        }
        return bundle.text("ended")
                .map(ended ->
                        "left behind: the run ended "
                                + ended.replace('_', ' ').toLowerCase(Locale.ROOT))
                .orElse(bundle.text("lock", "run").isPresent() ? "held" : "nobody's");
    }

    private void tellWays(Json bundle) {
        String name = bundle.text("name").orElse("");
        session.printer().line("");
        session.printer().line(name + " is " + bundle.text("directory").orElse(""));
        session.printer()
                .line("  edit a copy:  cadastre bundle pull %s %s".formatted(host.name(), name));
        bundle.text("sshfs").ifPresent(line -> session.printer().line("  or there:     " + line));
        session.printer()
                .line(
                        "  break the lock, once nobody works there: on the host, "
                                + bundle.text("breaking").orElse(""));
    }
}
