package dev.cadastre.server.web.api;

import dev.cadastre.api.map.Team;
import dev.cadastre.api.map.TeamDefinition;
import dev.cadastre.ini.Origin;
import dev.cadastre.server.topology.telling.MapProblem;
import dev.cadastre.server.topology.telling.MapRefused;
import dev.cadastre.server.topology.telling.MapTeam;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How teams are reached, between how it is sent and how it is taken. */
final class TeamRecords {

    private static final Pattern ATTRIBUTES = Pattern.compile("^attributes\\.");
    private static final Pattern NEXT_WORD = Pattern.compile("[.-]([a-z])");

    private TeamRecords() {}

    static Team team(MapTeam team) {
        Origin line = team.declared();
        return new Team(
                team.name(),
                team.title(),
                team.contacts(),
                line == null ? null : new dev.cadastre.api.Origin(line.file(), line.line()));
    }

    /** By the keys that the estate file has for them. */
    static Map<String, String> contacts(TeamDefinition sent) {
        Map<String, String> contacts = new LinkedHashMap<>();
        put(contacts, "email", sent.email());
        put(contacts, "xmpp", sent.xmpp());
        put(contacts, "xmpp.room", sent.xmppRoom());
        put(contacts, "webhook", sent.webhook());
        put(contacts, "webhook.secret-name", sent.webhookSecretName());
        put(contacts, "escalation", sent.escalation());
        put(contacts, "escalate.after", sent.escalateAfter());
        put(contacts, "remind.every", sent.remindEvery());
        put(contacts, "fallback", sent.fallback());
        put(contacts, "chat", sent.chat());
        put(contacts, "phone", sent.phone());
        put(contacts, "people", sent.people());
        return contacts;
    }

    private static void put(Map<String, String> contacts, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            contacts.put(key, value);
        }
    }

    /** The same with the problems in the places that they have in what was sent. */
    static MapRefused refused(MapRefused refused) {
        return new MapRefused(
                refused.reason(), refused.problems().stream().map(TeamRecords::problem).toList());
    }

    private static MapProblem problem(MapProblem one) {
        return new MapProblem(one.code(), field(one.place()), one.message(), one.remedy());
    }

    /** {@code webhookSecretName} for {@code webhook.secret-name}. */
    private static String field(String key) {
        return NEXT_WORD
                .matcher(ATTRIBUTES.matcher(key).replaceFirst(""))
                .replaceAll(next -> next.group(1).toUpperCase(Locale.ROOT));
    }
}
