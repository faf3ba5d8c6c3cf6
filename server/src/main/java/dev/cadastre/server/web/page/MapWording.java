package dev.cadastre.server.web.page;

import dev.cadastre.api.map.Asset;
import dev.cadastre.api.map.AssetOwner;
import dev.cadastre.api.map.Correction;
import dev.cadastre.api.map.Evidence;
import dev.cadastre.api.map.Impact;
import dev.cadastre.api.map.Product;
import dev.cadastre.api.map.Relation;
import dev.cadastre.api.map.RelationType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the pages of the map say things. */
public final class MapWording {

    /** The most addresses in a link that opens a mail; more do not fit what programs take. */
    private static final int ADDRESSED = 40;

    private MapWording() {}

    /** The page of an asset. */
    public static String toAsset(String id) {
        return "/map/" + encoded(id);
    }

    /** The drawing with that asset chosen. */
    public static String toDrawing(String id) {
        return Links.to("/map", "asset", id);
    }

    /** The drawing, about to look for a path from there. */
    public static String toPathFrom(String id) {
        return Links.to("/map", "from", id);
    }

    /** What falls with those assets. */
    public static String toImpact(List<String> ids) {
        List<@Nullable String> pairs = new ArrayList<>();
        for (String id : ids) {
            pairs.add("asset");
            pairs.add(id);
        }
        return Links.to("/map/impact", pairs.toArray(new @Nullable String[0]));
    }

    /** What falls with those assets but one. */
    public static String toImpactWithout(List<String> ids, String id) {
        return toImpact(ids.stream().filter(other -> !other.equals(id)).toList());
    }

    /** The page of a relation. */
    public static String toRelation(String source, RelationType type, String target) {
        return Links.to("/map/relation", "source", source, "type", type.name(), "target", target);
    }

    /** The page of a relation. */
    public static String toRelation(Relation relation) {
        return toRelation(relation.source(), relation.type(), relation.target());
    }

    /** What a relation says of both, between their names. */
    public static String says(RelationType type) {
        return switch (type) {
            case RUNS_ON -> "runs on";
            case CONNECTS_TO -> "connects to";
            case DEPENDS_ON -> "needs";
            case MEMBER_OF -> "is a part of";
            case OWNED_BY -> "is owned by";
            case PROVIDES -> "provides";
        };
    }

    /** What a correction says, without who made it. */
    public static String correction(Correction made) {
        return switch (made.kind()) {
            case CONFIRM -> "confirmed: " + edge(made);
            case DENY -> "denied: " + edge(made);
            case MERGE -> "%s is really %s".formatted(made.asset(), made.target());
            case RENAME -> "called “%s”".formatted(made.value());
            case OWNER -> "%s answers for it".formatted(made.value());
        };
    }

    private static String edge(Correction made) {
        RelationType type = made.type();
        return "%s %s %s"
                .formatted(made.asset(), type == null ? "needs" : says(type), made.target());
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":")
                .replace("%40", "@");
    }

    /** What people call it, with its host: {@code PostgreSQL on db1}. */
    public static String name(Asset asset) {
        String id = asset.id();
        int at = id.lastIndexOf('@');
        Product product = asset.product();
        if (asset.kind().equals("daemon") && at > 0) {
            String title = product == null ? id.substring("daemon:".length(), at) : product.title();
            return title + " on " + id.substring(at + 1);
        }
        if (asset.kind().equals("service") && at > 0) {
            return port(asset) + " on " + id.substring(at + 1);
        }
        return asset.title();
    }

    /** {@code :5432}, {@code :53/udp}. */
    public static String port(Asset service) {
        String id = service.id();
        int at = id.lastIndexOf('@');
        String port = id.substring(id.indexOf(':') + 1, at < 0 ? id.length() : at);
        return ":"
                + (port.endsWith("-tcp") ? port.substring(0, port.length() - 4) : port)
                        .replace('-', '/');
    }

    /** How the chosen asset and its neighbour hang together, from the chosen one's side. */
    public static String link(Relation relation, boolean needs) {
        return switch (relation.type()) {
            case RUNS_ON -> needs ? "runs on it" : "runs here";
            case CONNECTS_TO -> needs ? "connects to it" : "connects";
            case DEPENDS_ON -> needs ? "depends on it" : "depends on this";
            case PROVIDES -> needs ? "provides this" : "is provided by this";
            case MEMBER_OF -> needs ? "is a member" : "has this as a member";
            case OWNED_BY -> "owner";
        };
    }

    /** How lasting it is, for people. */
    public static String standing(Relation relation) {
        return switch (relation.standing()) {
            case STEADY -> "steady";
            case OCCASIONAL -> "comes and goes";
            case EARLIER -> "seen earlier, not now";
            case DECLARED -> "said, not seen";
            case DENIED -> "denied by a person";
        };
    }

    /** Whether one side alone saw it. */
    public static boolean claimed(Relation relation) {
        return relation.sight() == Relation.Sight.CLAIMED;
    }

    /** The classes of the line that shows it. */
    public static String line(Relation relation) {
        String standing = relation.standing().name().toLowerCase(Locale.ROOT);
        return claimed(relation) ? standing + " claimed" : standing;
    }

    /** Who says so, and what was seen: {@code web1 saw gunicorn with 10.77.0.5:5432}. */
    public static String evidence(Evidence evidence) {
        String by = evidence.by().startsWith("host:") ? evidence.by().substring(5) : evidence.by();
        return switch (evidence.source()) {
            case SOCKETS -> by + " saw " + seen(evidence);
            case ESTATE -> "stated by " + by;
            case DEPLOYMENT -> "deployed, as " + by + " told";
            case TOLD -> "told by " + by;
        };
    }

    private static String seen(Evidence evidence) {
        String process = evidence.process();
        String account = evidence.account();
        String who = process != null ? process : account != null ? "account " + account : "it";
        String address = evidence.address();
        Integer port = evidence.port();
        String peer = address == null ? "" : address.contains(":") ? "[" + address + "]" : address;
        String where = port == null ? peer : peer + ":" + port;
        return where.isEmpty() ? who : who + " with " + where;
    }

    /** How it is known, for people. */
    public static String presence(Asset asset) {
        return switch (asset.presence()) {
            case SEEN -> "seen";
            case CLAIMED -> "others speak with it; nobody looked at it";
            case GONE -> "gone";
            case STALE -> "stale: its host sends no reports";
            case DECLARED -> "said, not observed";
        };
    }

    /** The class of the mark of how it is known; null where none is due. */
    public static @Nullable String mark(Asset asset) {
        return switch (asset.presence()) {
            case GONE -> "warn";
            case STALE -> "unknown";
            case SEEN, CLAIMED, DECLARED -> null;
        };
    }

    /** {@code PostgreSQL 15.8, a database}. */
    public static String product(Product product) {
        String version = product.version() == null ? "" : " " + product.version();
        return product.title() + version + ", " + product.role().replace('-', ' ');
    }

    /** How sure that is, before its reason. */
    public static String certainty(Product product) {
        return switch (product.certainty()) {
            case CERTAIN -> "";
            case LIKELY -> "Likely. ";
            case ASSUMED -> "Assumed. ";
        };
    }

    /** A link that reaches the contact; null if there is none for that way. */
    public static @Nullable String contact(Map.Entry<String, String> contact) {
        String value = contact.getValue();
        return switch (contact.getKey()) {
            case "email" -> mail(List.of(value), null);
            case "phone" -> "tel:" + value.replaceAll("[^0-9+]", "");
            default -> null;
        };
    }

    /** The ways to reach an owner, the quickest first. */
    public static List<Map.Entry<String, String>> contacts(AssetOwner owner) {
        return contacts(owner.contacts());
    }

    /** The ways to reach somebody, the quickest first. */
    public static List<Map.Entry<String, String>> contacts(Map<String, String> contacts) {
        List<String> order = List.of("phone", "chat", "email", "people");
        return contacts.entrySet().stream()
                .sorted((a, b) -> {
                    int first = order.indexOf(a.getKey());
                    int second = order.indexOf(b.getKey());
                    return first == second
                            ? a.getKey().compareTo(b.getKey())
                            : Integer.compare(first < 0 ? 9 : first, second < 0 ? 9 : second);
                })
                .toList();
    }

    /** A link that opens a mail to all owners of what falls; null if no address is known. */
    public static @Nullable String mail(Impact impact) {
        String subject = String.join(", ", impact.down()) + " down: what falls";
        return impact.mail().isEmpty() ? null : mail(impact.mail(), subject);
    }

    private static String mail(List<String> addresses, @Nullable String subject) {
        String to =
                String.join(
                        ",",
                        addresses.stream()
                                .limit(ADDRESSED)
                                .map(address -> encoded(address))
                                .toList());
        return subject == null ? "mailto:" + to : "mailto:" + to + "?subject=" + encoded(subject);
    }
}
