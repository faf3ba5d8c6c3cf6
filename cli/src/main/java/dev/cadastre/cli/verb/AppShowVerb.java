package dev.cadastre.cli.verb;

import dev.cadastre.cli.app.AppColumns;
import dev.cadastre.cli.app.AppName;
import dev.cadastre.cli.app.AppPage;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.output.Format;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cadastre app show APP}. */
@Command(
        name = "show",
        description = {
            "Show an app: where it is, what it is bound to, and each value with where it is from.",
            "With --revision as it was, or was to be, then. -o csv lists the values."
        },
        footer = {
            "",
            "Example: cadastre app show shop@qa",
            "         cadastre app show shop@qa --revision 3"
        })
final class AppShowVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private final AppTarget target = new AppTarget();

    @Option(
            names = "--revision",
            paramLabel = "N",
            description = "as `cadastre app history` shows it")
    private @Nullable Integer revision;

    AppShowVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        AppName app = target.name();
        if (revision != null) {
            Json known = revision(app, revision.toString());
            show(known, known);
            return 0;
        }
        Json known = session.server().read(app.path());
        Json current =
                known.text("revision").orElse("0").equals("0")
                        ? new JsonObject().json()
                        : revision(app, "current");
        show(known, current);
        return 0;
    }

    private Json revision(AppName app, String number) {
        return session.server().read(app.path("revisions", number));
    }

    private void show(Json known, Json current) {
        Format format = session.printer().format();
        if (format == Format.CSV || format == Format.NAMES) {
            session.printer().items(current, current.list("values"), AppColumns.VALUES);
            return;
        }
        if (format != Format.TABLE) {
            Json whole =
                    revision == null
                            ? new JsonObject().with("app", known).with("revision", current).json()
                            : known;
            session.printer().items(whole, List.of(whole), AppColumns.REVISION);
            return;
        }
        session.printer()
                .attributes(known, revision == null ? AppColumns.APP : AppColumns.REVISION);
        AppPage page = new AppPage(session.printer());
        page.below(current);
        page.remarks(known);
        if (revision != null) {
            page.steps(current);
        }
    }
}
