package dev.cadastre.cli.app;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.output.Wording;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.Listing;
import dev.cadastre.cli.server.LocalServer;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.server.Server;
import dev.cadastre.cli.session.Session;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Operations manuals of apps: from the server, and while that does not answer from its own folder
 * on this machine, or from a copy that was kept here.
 */
public final class Manuals {

    private static final String FIRST = "index.md";
    private static final int MOST_PAGES = 100;
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Session session;
    private final String url;

    /** Those of the server of a session. */
    public Manuals(Session session) {
        this.session = session;
        this.url = session.access().url().toString();
    }

    /**
     * A page of the manual; tells where it is from if it is not from the server.
     *
     * @param page its path, as {@code index.md}
     * @throws Failure if there is none
     */
    public String page(AppName app, String page) {
        try {
            Server server = session.server();
            Json known = server.read(app.path());
            String text = server.readText(path(app, page));
            keep(app, known);
            return text;
        } catch (Failure failure) {
            if (failure.kind() != Failure.Kind.OUT_OF_REACH) {
                throw failure;
            }
            return without(app, page, failure);
        }
    }

    private static Path path(AppName app, String page) {
        List<String> segments = new ArrayList<>(List.of("manual"));
        segments.addAll(List.of(page.split("/", -1)));
        return app.path(segments.toArray(String[]::new));
    }

    private String without(AppName app, String page, Failure failure) {
        return kept(app, page)
                .or(() -> copied(app, page))
                .orElseThrow(() ->
                        new Failure(
                                failure.kind(),
                                String.valueOf(failure.getMessage()),
                                "There is no copy of %s of the manual of %s here, either."
                                        .formatted(page, app)));
    }

    private Optional<String> kept(AppName app, String page) {
        if (!isLocal()) {
            return Optional.empty();
        }
        KeptManuals manuals = new KeptManuals(session.home());
        for (KeptManuals.Deployed deployed : manuals.all()) {
            if (deployed.app().equals(app.toString())) {
                try {
                    Optional<String> text = manuals.page(deployed, page);
                    text.ifPresent(_ ->
                            session.remark(
                                    "The server does not answer. This is the manual of %s, which was deployed as %s on %s."
                                            .formatted(
                                                    deployed.parcel(),
                                                    app,
                                                    moment(deployed.at().toString()))));
                    return text;
                } catch (IOException _) {
                    return Optional.empty(); // A copy may still be there.
                }
            }
        }
        return Optional.empty();
    }

    /** What is behind a tunnel looks as if it was here, and has no home here. */
    private boolean isLocal() {
        URI asked = session.access().url();
        return new LocalServer(session.home())
                .access()
                .map(access -> access.url().equals(asked))
                .orElseGet(() -> LOOPBACK.contains(String.valueOf(asked.getHost())));
    }

    private Optional<String> copied(AppName app, String page) {
        Optional<ManualCopy> copy = copies().find(url, app.toString());
        Optional<String> text = copy.map(one -> one.pages().get(page));
        text.ifPresent(_ ->
                session.remark(
                        "The server does not answer. This is a copy of %s, of %s:%s."
                                .formatted(
                                        moment(copy.get().at()),
                                        copy.get().parcel(),
                                        copy.get().version())));
        return text;
    }

    private String moment(String text) {
        return Wording.moment(text, session.surroundings().clock().getZone());
    }

    /** What there are manuals of; while the server does not answer, of what there are copies. */
    public List<Json> apps() {
        try {
            return new Listing(session.server().impatient())
                    .read(Path.of("apps"), null).list("items").stream()
                            .map(Manuals::listed)
                            .toList();
        } catch (Failure failure) {
            List<Json> found = failure.kind() == Failure.Kind.OUT_OF_REACH ? without() : List.of();
            session.remark(
                    found.isEmpty()
                            ? "Manuals of apps are not listed: " + failure.getMessage()
                            : "The server does not answer. Of apps, these are copies on this machine.");
            return found;
        }
    }

    private List<Json> without() {
        Map<String, Json> found = new LinkedHashMap<>();
        if (isLocal()) {
            new KeptManuals(session.home())
                    .all()
                    .forEach(deployed -> found.put(deployed.app(), listed(deployed)));
        }
        copiedHere().forEach(copy -> found.putIfAbsent(copy.app(), listed(copy)));
        return List.copyOf(found.values());
    }

    private List<ManualCopy> copiedHere() {
        try {
            return copies().all(url);
        } catch (IOException _) {
            return List.of();
        }
    }

    private static Json listed(Json app) {
        return new JsonObject()
                .with("name", app.text("name").orElse(""))
                .with("parcel", app.text("parcel").orElse(""))
                .with("version", app.text("version").orElse(""))
                .json();
    }

    private static Json listed(KeptManuals.Deployed deployed) {
        return new JsonObject()
                .with("name", deployed.app())
                .with("parcel", deployed.parcel().name())
                .with("version", deployed.parcel().version())
                .with("at", deployed.at())
                .json();
    }

    private static Json listed(ManualCopy copy) {
        return new JsonObject()
                .with("name", copy.app())
                .with("parcel", copy.parcel())
                .with("version", copy.version())
                .with("at", copy.at())
                .json();
    }

    /**
     * Keeps a copy. That there is none is no failure of what was done before.
     *
     * @param known the app, or a revision of it, as the API tells it
     */
    void keep(AppName app, Json known) {
        String parcel = known.text("parcel").orElse("");
        String version = known.text("version").orElse("");
        try {
            Map<String, String> pages =
                    copies().find(url, app.toString())
                            .filter(copy -> copy.isOf(parcel, version))
                            .map(ManualCopy::pages)
                            .orElseGet(() -> pages(app, parcel, version));
            String now = session.surroundings().clock().instant().toString();
            copies().keep(new ManualCopy(url, app.toString(), parcel, version, now, pages));
        } catch (IOException | Failure e) {
            session.remark("No copy of the manual is kept here: " + e.getMessage());
        }
    }

    private Map<String, String> pages(AppName app, String parcel, String version) {
        Server server = session.server();
        Map<String, String> pages = new LinkedHashMap<>();
        int room = MOST_CHARACTERS;
        List<String> names =
                server.read(Path.of("parcels", parcel, version)).list("manual").stream()
                        .flatMap(page -> page.text().stream())
                        .limit(MOST_PAGES)
                        .toList();
        for (String name : names) {
            String text = server.readText(path(app, name));
            if (text.length() <= room) {
                pages.put(name, text);
                room -= text.length();
            }
        }
        return pages;
    }

    /** Forgets the copy of an app that is gone. */
    void forget(AppName app) {
        try {
            copies().forget(url, app.toString());
        } catch (IOException e) {
            session.remark("A copy of its manual stays here: " + e.getMessage());
        }
    }

    private ManualCopies copies() {
        java.nio.file.Path cache =
                session.surroundings()
                        .variable("XDG_CACHE_HOME")
                        .map(java.nio.file.Path::of)
                        .orElseGet(() -> session.surroundings().userHome().resolve(".cache"));
        return new ManualCopies(cache.resolve("cadastre").resolve("manuals"));
    }

    /** The page that each manual has. */
    public static String firstPage() {
        return FIRST;
    }
}
