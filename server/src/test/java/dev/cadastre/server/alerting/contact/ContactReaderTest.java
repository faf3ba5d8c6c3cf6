package dev.cadastre.server.alerting.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ContactReaderTest {

    private static final Set<String> TEAMS = Set.of("ops", "boss", "data");

    private static ContactReading read(String... keysAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return ContactReader.read("ops", values, TEAMS);
    }

    @Test
    void understandsEveryWayToReachATeam() {
        ContactReading reading =
                read(
                        "email", "a@example.com, b@example.com",
                        "xmpp", "anna@chat.example.com",
                        "xmpp.room", "ops@rooms.example.com",
                        "webhook", "https://hooks.example.com/T0/secret?x=1",
                        "webhook.secret-name", "NEW OLD",
                        "escalation", "boss",
                        "escalate.after", "30m",
                        "remind.every", "2h",
                        "fallback", "data",
                        "phone", "+49 1",
                        "chat", "#ops");

        assertThat(reading.problems()).isEmpty();
        Contacts contacts = reading.contacts();
        assertThat(contacts.contacts())
                .extracting(Contact::address)
                .containsExactly(
                        "a@example.com",
                        "b@example.com",
                        "https://hooks.example.com/T0/secret?x=1",
                        "anna@chat.example.com",
                        "ops@rooms.example.com?join");
        assertThat(contacts.contacts()).extracting(Contact::kind).contains(ChannelKind.values());
        assertThat(contacts.contacts().get(2).secretNames()).containsExactly("NEW", "OLD");
        assertThat(contacts.contacts().get(2).shown()).isEqualTo("https://hooks.example.com/…");
        assertThat(contacts.escalation()).isEqualTo("boss");
        assertThat(contacts.escalateAfter()).isEqualTo(Duration.ofMinutes(30));
        assertThat(contacts.remindEvery()).isEqualTo(Duration.ofHours(2));
        assertThat(contacts.fallback()).isEqualTo("data");
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        List<ContactProblem> problems =
                read(
                                "email", "a@example.com, nobody",
                                "xmpp", "chat.example.com",
                                "webhook", "ftp://x/ https://user:pass@x/",
                                "escalation", "bos",
                                "escalate.after", "soon",
                                "remind.every", "1s",
                                "fallback", "ops",
                                "webhook.secretname", "X")
                        .problems();

        assertThat(problems)
                .extracting(ContactProblem::key)
                .containsExactly(
                        "email",
                        "webhook",
                        "webhook",
                        "xmpp",
                        "escalation",
                        "escalate.after",
                        "remind.every",
                        "fallback",
                        "webhook.secretname");
        assertThat(problems)
                .anySatisfy(
                        problem -> assertThat(problem.remedy()).isEqualTo("did you mean 'boss'?"));
    }

    @Test
    void refusesAWebhookThatCouldNotBeSigned() {
        assertThat(read("webhook", "https://x.example/").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy()).contains("webhook.secret-name"));
        assertThat(read("webhook.secret-name", "X").problems()).hasSize(1);
    }

    @Property
    void neverTakesAnAddressThatCouldEndALine(@ForAll String text) {
        read("email", "a" + text + "@example.com", "xmpp", text, "webhook", text)
                .contacts()
                .contacts()
                .forEach(contact ->
                        assertThat(contact.address()).doesNotContainPattern("[\\s\\p{Cntrl}<>]"));
    }
}
