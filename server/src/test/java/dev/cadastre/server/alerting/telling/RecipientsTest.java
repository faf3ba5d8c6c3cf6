package dev.cadastre.server.alerting.telling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.alerting.contact.ChannelKind;
import dev.cadastre.server.alerting.contact.Contact;
import dev.cadastre.server.alerting.contact.Contacts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecipientsTest {

    private static Contacts team(
            String name,
            @Nullable String address,
            @Nullable String escalation,
            @Nullable String fallback) {
        List<Contact> contacts =
                address == null
                        ? List.of()
                        : List.of(new Contact(ChannelKind.EMAIL, address, List.of()));
        return new Contacts(name, contacts, escalation, null, null, fallback);
    }

    private static Recipients among(Contacts... teams) {
        Map<String, Contacts> all =
                Arrays.stream(teams).collect(Collectors.toMap(Contacts::team, Function.identity()));
        return new Recipients(
                all,
                contact -> !contact.address().matches("(gone|refused)@.*"),
                contact -> !contact.address().startsWith("gone@"));
    }

    private static String told(Recipients.Choice choice) {
        return Objects.requireNonNull(choice.recipient()).team().team();
    }

    @Test
    void tellsTheTeamThatAnswersForTheCause() {
        Recipients recipients =
                among(team("data", "d@x", null, null), team("ops", "o@x", null, null));

        assertThat(told(recipients.of("data", "ops", "ops"))).isEqualTo("data");
    }

    @Test
    void tellsInItsPlaceWhoItNamesAndThenTheOthersInTheirOrder() {
        Contacts data = team("data", null, null, "night");
        Contacts night = team("night", "gone@x", null, "data");
        Contacts ops = team("ops", "o@x", null, null);
        Contacts rest = team("rest", "r@x", null, null);

        assertThat(told(among(data, team("night", "n@x", null, null), ops).of("data", "ops", null)))
                .isEqualTo("night");
        assertThat(told(among(data, night, ops, rest).of("data", "ops", "rest"))).isEqualTo("ops");
        assertThat(told(among(data, night, rest).of("data", "ops", "rest"))).isEqualTo("rest");
    }

    @Test
    void triesWhatWasRefusedOnlyWhereNobodyElseCanBeTold() {
        Contacts data = team("data", "refused@x", null, "night");
        Contacts night = team("night", "gone@x", null, null);
        Contacts ops = team("ops", "o@x", null, null);

        assertThat(told(among(data, night, ops).of("data", "ops", null))).isEqualTo("ops");
        Recipients.Choice last = among(data, night).of("data", null, null);
        assertThat(told(last)).isEqualTo("data");
        assertThat(last.passedOver()).contains("Nothing can be sent to what the team data states.");
        assertThat(among(night).of("night", null, null).recipient()).isNull();
    }

    @Test
    void saysWhyNobodyCanBeTold() {
        Recipients.Choice choice =
                among(team("data", null, null, null), team("ops", "gone@x", null, null))
                        .of("data", "ops", null);

        assertThat(choice.recipient()).isNull();
        assertThat(choice.passedOver())
                .containsExactlyInAnyOrder(
                        "[alerting] fallback names no team.",
                        "The team data states nothing by which it can be told.",
                        "Nothing can be sent to what the team ops states.");
    }

    @Test
    void escalatesToWhoCanBeTold() {
        Contacts data = team("data", "d@x", "boss", null);

        assertThat(among(data, team("boss", "b@x", null, null)).escalation(data)).isPresent();
        assertThat(among(data, team("boss", "gone@x", null, null)).escalation(data)).isEmpty();
        assertThat(among(data).escalation(team("data", "d@x", null, null))).isEmpty();
    }
}
