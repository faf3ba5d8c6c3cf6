package dev.cadastre.server.alerting.contact;

import dev.cadastre.ini.Quoted;
import dev.cadastre.ini.Spelling;
import dev.cadastre.server.monitoring.definition.TimeSpan;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands how a team is reached. Pure. */
final class ContactReader {

    private static final int MOST = 20;
    private static final int LONGEST = 1_000;
    private static final Duration SHORTEST_TIME = Duration.ofMinutes(1);
    private static final Duration LONGEST_TIME = Duration.ofDays(7);

    private static final String DOMAIN = "[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})";
    private static final Pattern MAIL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@" + DOMAIN);
    private static final Pattern JID =
            Pattern.compile("[^@/\\s\"&'<>:\\p{Cntrl}\\p{Cf}]{1,500}@" + DOMAIN);
    private static final Pattern SECRET_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");

    private final String team;
    private final Map<String, String> values;
    private final Set<String> teams;
    private final List<ContactProblem> problems = new ArrayList<>();

    private ContactReader(String team, Map<String, String> values, Set<String> teams) {
        this.team = team;
        this.values = values;
        this.teams = teams;
    }

    /**
     * Reads what a team states; keys that have nothing to do with telling are left alone.
     *
     * @param teams the names of all teams that there are
     */
    static ContactReading read(String team, Map<String, String> values, Set<String> teams) {
        ContactReader reader = new ContactReader(team, values, teams);
        Contacts contacts = reader.contacts();
        reader.refuseMisspelt();
        return new ContactReading(contacts, reader.problems);
    }

    private Contacts contacts() {
        List<Contact> all = new ArrayList<>();
        addresses(ContactKeys.EMAIL, MAIL, "a mail address", "team@example.com")
                .forEach(text -> all.add(new Contact(ChannelKind.EMAIL, text, List.of())));
        all.addAll(webhooks());
        addresses(ContactKeys.XMPP, JID, "an XMPP address", "anna@chat.example.com")
                .forEach(text -> all.add(new Contact(ChannelKind.XMPP, text, List.of())));
        addresses(
                        ContactKeys.XMPP_ROOM,
                        JID,
                        "the XMPP address of a room",
                        "ops@conference.example.com")
                .forEach(text ->
                        all.add(new Contact(ChannelKind.XMPP, text + Contact.ROOM, List.of())));
        if (all.size() > MOST) {
            problem(
                    ContactKeys.EMAIL,
                    "states %d places to be told at".formatted(all.size()),
                    "state at most %d; a list of mail addresses or a room has more"
                            .formatted(MOST));
        }
        return new Contacts(
                team,
                all,
                otherTeam(ContactKeys.ESCALATION),
                time(ContactKeys.ESCALATE_AFTER),
                time(ContactKeys.REMIND_EVERY),
                otherTeam(ContactKeys.FALLBACK));
    }

    private List<String> addresses(String key, Pattern form, String what, String example) {
        return valid(
                key,
                text -> text.length() <= LONGEST && form.matcher(text).matches(),
                what,
                example);
    }

    private List<String> valid(String key, Predicate<String> isValid, String what, String example) {
        List<String> valid = new ArrayList<>();
        for (String text : words(key)) {
            if (isValid.test(text)) {
                valid.add(text);
            } else {
                problem(
                        key,
                        "= %s is not %s".formatted(Quoted.of(text), what),
                        "write it as " + example);
            }
        }
        return valid.stream().distinct().toList();
    }

    private List<Contact> webhooks() {
        List<String> urls =
                valid(
                        ContactKeys.WEBHOOK,
                        ContactReader::isWebAddress,
                        "an http or https URL without a user",
                        "https://hooks.example.com/cadastre");
        List<String> secrets =
                valid(
                        ContactKeys.WEBHOOK_SECRET_NAME,
                        text -> SECRET_NAME.matcher(text).matches(),
                        "the name of a secret",
                        "OPS_HOOK, for the variable CADASTRE_SECRET_OPS_HOOK");
        if (urls.isEmpty() == secrets.isEmpty()) {
            return urls.stream()
                    .map(url -> new Contact(ChannelKind.WEBHOOK, url, secrets))
                    .toList();
        }
        if (urls.isEmpty() && words(ContactKeys.WEBHOOK).isEmpty()) {
            problem(
                    ContactKeys.WEBHOOK_SECRET_NAME,
                    "is of no use without " + ContactKeys.WEBHOOK,
                    "state the URL, or remove it");
        }
        if (secrets.isEmpty() && words(ContactKeys.WEBHOOK_SECRET_NAME).isEmpty()) {
            problem(
                    ContactKeys.WEBHOOK,
                    "cannot be signed, so that its receiver could not tell who sends",
                    "name a secret: webhook.secret-name = OPS_HOOK, for the variable"
                            + " CADASTRE_SECRET_OPS_HOOK");
        }
        return List.of();
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            boolean web =
                    "http".equalsIgnoreCase(uri.getScheme())
                            || "https".equalsIgnoreCase(uri.getScheme());
            return web
                    && text.length() <= LONGEST
                    && text.chars().allMatch(one -> one > ' ' && one < 0x7F)
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && uri.getPort() <= 0xFFFF
                    && uri.getPort() != 0;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private @Nullable String otherTeam(String key) {
        String text = value(key);
        if (text.isEmpty()) {
            return null;
        }
        if (text.equals(team)) {
            problem(key, "= " + Quoted.of(text) + " is the team itself", "name another team");
            return null;
        }
        if (!teams.contains(text)) {
            String close = Spelling.closest(text, teams);
            problem(
                    key,
                    "= " + Quoted.of(text) + " is not a team that is defined",
                    close == null
                            ? "define it by a section [team NAME]"
                            : "did you mean " + Quoted.of(close) + "?");
            return null;
        }
        return text;
    }

    private @Nullable Duration time(String key) {
        String text = value(key);
        if (text.isEmpty()) {
            return null;
        }
        Optional<Duration> time =
                TimeSpan.parse(text)
                        .filter(span -> span.compareTo(SHORTEST_TIME) >= 0)
                        .filter(span -> span.compareTo(LONGEST_TIME) <= 0);
        if (time.isEmpty()) {
            problem(
                    key,
                    "= %s is no time from a minute to a week".formatted(Quoted.of(text)),
                    "write it as 15m or 1h30m");
        }
        return time.orElse(null);
    }

    /** Other keys are free, but one that looks like these is meant to be one of them. */
    private void refuseMisspelt() {
        for (String key : values.keySet()) {
            if (!ContactKeys.ALL.contains(key)
                    && ContactKeys.PREFIXES.stream().anyMatch(key::startsWith)) {
                String close = Spelling.closest(key, ContactKeys.ALL);
                problem(
                        key,
                        "is no key by which teams are told",
                        close == null
                                ? "there are " + String.join(", ", ContactKeys.ALL)
                                : "did you mean " + Quoted.of(close) + "?");
            }
        }
    }

    private List<String> words(String key) {
        return Arrays.stream(value(key).split("[\\s,]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private String value(String key) {
        return values.getOrDefault(key, "").strip();
    }

    private void problem(String key, String message, String remedy) {
        problems.add(new ContactProblem(key, key + " " + message, remedy));
    }
}
