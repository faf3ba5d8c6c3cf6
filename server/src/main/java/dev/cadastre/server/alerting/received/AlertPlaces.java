package dev.cadastre.server.alerting.received;

import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Environment;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.reading.AssetPlaces;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds what alerts are about: the asset that the label {@code asset} names, else the host that
 * {@code instance}, {@code host} or {@code job} names or has as its address, else something that is
 * not on the map and is called by the first of them. Thread-safe.
 */
@Component
class AlertPlaces {

    private static final List<String> NAMING =
            List.of("instance", "host", "hostname", "node", "job");
    private static final List<String> PLACING = List.of("environment", "env");

    /** A name or address with a port; an IPv6 address has brackets then. */
    private static final Pattern WITH_PORT =
            Pattern.compile("(?:\\[([^\\]]+)]|([^:\\[\\]]+)):\\d{1,5}");

    private static final Pattern UNUSABLE = Pattern.compile("[\\s/\\\\\\p{Cntrl}]+");
    private static final int LONGEST = 200;

    private final AssetPlaces places;
    private final Estate estate;

    AlertPlaces(AssetPlaces places, Estate estate) {
        this.places = places;
        this.estate = estate;
    }

    /** An asset, and where it is. */
    record Place(String asset, String environment) {}

    Place of(Map<String, String> labels) {
        for (String candidate : candidates(labels)) {
            AssetPlaces.Place place = places.of(List.of(candidate)).get(candidate);
            if (place != null) {
                return new Place(
                        candidate,
                        Objects.requireNonNullElseGet(place.environment(), () -> said(labels)));
            }
        }
        return new Place(unknown(labels), said(labels));
    }

    private Set<String> candidates(Map<String, String> labels) {
        Set<String> candidates = new LinkedHashSet<>();
        asset(labels).ifPresent(candidates::add);
        for (String label : NAMING) {
            String value = labels.get(label);
            if (value != null) {
                String name = withoutPort(value);
                candidates.add(host(name));
                int point = name.indexOf('.');
                if (point > 0) {
                    candidates.add(host(name.substring(0, point)));
                }
                addressed(name).ifPresent(candidates::add);
            }
        }
        return candidates;
    }

    private static Optional<String> asset(Map<String, String> labels) {
        return Optional.ofNullable(labels.get("asset"))
                .flatMap(AssetName::of)
                .map(AssetName::toString);
    }

    private Optional<String> addressed(String address) {
        return estate.hosts().stream()
                .filter(host -> host.address().text().equals(address))
                .map(DeclaredHost::name)
                .map(AlertPlaces::host)
                .findFirst();
    }

    private static String host(String name) {
        return AssetName.HOST + ":" + name;
    }

    static String withoutPort(String instance) {
        Matcher matcher = WITH_PORT.matcher(instance);
        return matcher.matches()
                ? Objects.requireNonNullElse(matcher.group(1), matcher.group(2))
                : instance;
    }

    private static String unknown(Map<String, String> labels) {
        return asset(labels).orElseGet(() -> AssetName.EXTERNAL + ":" + usable(labels));
    }

    private static String usable(Map<String, String> labels) {
        List<String> names = new ArrayList<>(NAMING);
        names.add("alertname");
        return names.stream()
                .flatMap(label -> Optional.ofNullable(labels.get(label)).stream())
                .map(AlertPlaces::withoutPort)
                .map(name -> UNUSABLE.matcher(name.strip()).replaceAll("-"))
                .map(name -> name.length() > LONGEST ? name.substring(0, LONGEST) : name)
                .filter(name -> AssetName.of(AssetName.EXTERNAL + ":" + name).isPresent())
                .findFirst()
                .orElse("alert");
    }

    /** The environment that the sender names, if there is such a one. */
    private String said(Map<String, String> labels) {
        @Nullable String said =
                PLACING.stream()
                        .flatMap(label -> Optional.ofNullable(labels.get(label)).stream())
                        .filter(name -> estate.model().environments().containsKey(name))
                        .findFirst()
                        .orElse(null);
        return said == null ? Environment.UNASSIGNED : said;
    }
}
