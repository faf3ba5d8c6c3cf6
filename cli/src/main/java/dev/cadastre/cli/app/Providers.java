package dev.cadastre.cli.app;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.Listing;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.server.Server;
import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.Requirement;
import dev.cadastre.parcel.resolution.Candidate;
import dev.cadastre.parcel.resolution.Catalogue;
import dev.cadastre.parcel.resolution.Outcome;
import dev.cadastre.parcel.resolution.Preferences;
import dev.cadastre.parcel.resolution.Refusal;
import dev.cadastre.parcel.resolution.Resolution;
import dev.cadastre.parcel.resolution.Resolver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what is to be deployed before an app, because the app requires it and nobody has it. */
final class Providers {

    /** Nothing meets a requirement. */
    private static final String MISSING = "app.provider-missing";

    /** There is no app of the name that is to meet one. */
    private static final String UNKNOWN = "app.provider-unknown";

    private final Server server;
    private final Map<String, Where> places;
    private final Preferences preferences;

    /**
     * For one order.
     *
     * @param places where what meets a requirement goes, by the binding
     * @param preferences which parcels a person wants
     */
    Providers(Server server, Map<String, Where> places, Preferences preferences) {
        this.server = server;
        this.places = Map.copyOf(places);
        this.preferences = preferences;
    }

    /** Whether a server refused an order for a reason that others may do away with. */
    static boolean mayHelp(Failure refused) {
        return refused.says(MISSING) || refused.says(UNKNOWN);
    }

    /**
     * What has to be ordered.
     *
     * @param before one for each that is missing
     * @param then what was ordered, bound to these
     */
    record Orders(List<AppOrder> before, AppOrder then) {}

    /**
     * What to order in place of an order that was refused.
     *
     * @throws Failure if a person has to say more, with the words to write
     */
    Orders instead(AppOrder order, Failure refused) {
        Catalogue catalogue = new ServerParcels(server).catalogue();
        Candidate parcel =
                Optional.ofNullable(order.parcel())
                        .or(() -> deployed(order.app()))
                        .flatMap(word -> ServerParcels.find(catalogue, word))
                        .orElseThrow(() -> refused);
        Resolution resolution = resolved(catalogue, parcel, refused);
        Map<String, String> chosen =
                resolution.chosen(parcel.name()).orElseThrow(() -> refused).bindings();
        Map<String, String> names = new LinkedHashMap<>();
        List<AppOrder> before = new ArrayList<>();
        for (String binding : missing(catalogue, order, parcel, refused)) {
            String provider = chosen.get(binding);
            if (provider == null) {
                throw refused;
            }
            AppName app = name(order, binding, provider, refused);
            names.put(binding, app.name());
            if (before.stream().noneMatch(one -> one.app().equals(app))) {
                Candidate version = resolution.chosen(provider).orElseThrow().candidate();
                before.add(
                        AppOrder.of(app, AppOrder.Verb.DEPLOY)
                                .ofParcel("%s:%s".formatted(version.name(), version.version()))
                                .at(place(order, binding, refused))
                                .in(order.options()));
            }
        }
        return new Orders(before, order.binding(names));
    }

    private Optional<String> deployed(AppName app) {
        Json known = server.read(app.path());
        return known.text("parcel")
                .map(name -> "%s:%s".formatted(name, known.text("version").orElse("")));
    }

    private Resolution resolved(Catalogue catalogue, Candidate parcel, Failure refused) {
        Outcome outcome = Resolver.resolve(catalogue, parcel, preferences);
        if (outcome instanceof Resolution resolution) {
            return resolution;
        }
        throw told(
                refused, ((Refusal) outcome).problems().stream().map(Problem::toString).toList());
    }

    /** The bindings that nothing meets, in the order of the alphabet. */
    private List<String> missing(
            Catalogue catalogue, AppOrder order, Candidate parcel, Failure refused) {
        List<String> missing = bindings(refused, MISSING);
        List<String> unknown = bindings(refused, UNKNOWN);
        List<Requirement> found =
                parcel.requirements().stream()
                        .filter(one ->
                                missing.contains(one.binding()) || unknown.contains(one.binding()))
                        .toList();
        for (Requirement requirement : found) {
            if (unknown.contains(requirement.binding())) {
                requireMeant(catalogue, order, requirement, refused);
            }
        }
        if (found.isEmpty()) {
            throw refused;
        }
        return found.stream().map(Requirement::binding).sorted().toList();
    }

    private static List<String> bindings(Failure refused, String code) {
        return refused.problems().stream()
                .filter(one -> one.text("code").orElse("").equals(code))
                .map(one -> one.text("where").orElse("").replaceFirst("^bindings\\.", ""))
                .toList();
    }

    /** Where another app would do, a name that nobody has is likely to be mistyped. */
    private void requireMeant(
            Catalogue catalogue, AppOrder order, Requirement requirement, Failure refused) {
        if (places.containsKey(requirement.binding())) {
            return;
        }
        Path apps = Path.of("apps").with("environment", order.app().environment());
        List<String> others =
                new Listing(server)
                        .read(apps, null).list("items").stream()
                                .filter(app -> meets(catalogue, app, requirement))
                                .flatMap(app -> app.text("name").stream())
                                .toList();
        if (!others.isEmpty()) {
            throw told(
                    refused,
                    List.of(
                            "%s would do. To have another one deployed, say where: --on %s=HOST."
                                    .formatted(String.join(", ", others), requirement.binding())));
        }
    }

    private static boolean meets(Catalogue catalogue, Json app, Requirement requirement) {
        return catalogue
                .find(app.text("parcel").orElse(""), app.text("version").orElse(""))
                .filter(parcel -> parcel.provisions().stream().anyMatch(requirement::isMetBy))
                .isPresent();
    }

    /** As the person says, or else as its parcel. */
    private AppName name(AppOrder order, String binding, String provider, Failure refused) {
        String said = order.bindings().getOrDefault(binding, provider);
        AppName app =
                said.indexOf('@') < 0
                        ? new AppName(said, order.app().environment())
                        : AppName.of(said);
        if (!app.environment().equals(order.app().environment())) {
            throw refused;
        }
        if (server.has(app.path())) {
            throw told(
                    refused,
                    List.of(
                            "%s is there, and does not do: upgrade it, or have another one deployed by --bind %s=NAME."
                                    .formatted(app, binding)));
        }
        return app;
    }

    /** As the person says, or else where the app goes, if that is one host. */
    private Where place(AppOrder order, String binding, Failure refused) {
        Where said = places.get(binding);
        if (said != null) {
            return said;
        }
        List<String> hosts = hosts(order.where());
        if (hosts.size() != 1) {
            throw told(
                    refused,
                    List.of(
                            "Say where it is to be, and it is deployed first: --on %s=HOST."
                                    .formatted(binding)));
        }
        return Where.host(hosts.getFirst());
    }

    private List<String> hosts(Where where) {
        if (where.query().isEmpty()) {
            return where.names();
        }
        return server
                .read(Path.of("hosts").with("q", where.query()).with("limit", 2))
                .list("items")
                .stream()
                .flatMap(host -> host.text("name").stream())
                .toList();
    }

    private static Failure told(Failure refused, List<String> more) {
        return new Failure(
                refused.kind(),
                String.valueOf(refused.getMessage()),
                Stream.concat(refused.remarks().stream(), more.stream()).toList());
    }
}
