package dev.cadastre.server.alerting.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.alerting.contact.ChannelKind;
import dev.cadastre.server.alerting.delivering.Attempts.Attempt;
import dev.cadastre.server.alerting.telling.Unreached;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private static final Address MAIL = new Address(ChannelKind.EMAIL, "data@x");
    private static final Address CHAT = new Address(ChannelKind.XMPP, "data@x");

    private static Attempt failed(long notice, String team, Address address, String why) {
        return new Attempt(notice, team, address, DeliveryState.FAILED, why);
    }

    private static Attempt open(long notice, String team, Address address) {
        return new Attempt(notice, team, address, DeliveryState.WAITING, null);
    }

    @Test
    void reachATeamByOneOfItsWays() {
        Attempts attempts =
                new Attempts(
                        List.of(
                                failed(1, "data", MAIL, "Refused."),
                                open(1, "data", CHAT),
                                failed(1, "ops", MAIL, "Gone.")));

        assertThat(attempts.unreached(1)).containsExactly(new Unreached("ops", "Gone."));
        assertThat(attempts.isHeard(1)).isTrue();
        assertThat(attempts.nobodyHears()).isFalse();
    }

    @Test
    void sayWhyATeamIsNotReachedByWhatCameOfTheLast() {
        Attempts attempts =
                new Attempts(
                        List.of(
                                failed(1, "data", MAIL, "Refused."),
                                failed(1, "data", CHAT, "Gone.")));

        assertThat(attempts.unreached(1)).containsExactly(new Unreached("data", "Gone."));
        assertThat(attempts.isHeard(1)).isFalse();
        assertThat(attempts.nobodyHears()).isTrue();
        assertThat(attempts.unreached(2)).isEmpty();
    }

    @Test
    void goByTheLastThatEndedAtEachAddress() {
        Attempts attempts =
                new Attempts(
                        List.of(
                                failed(1, "data", MAIL, "Refused."),
                                open(1, "data", CHAT),
                                new Attempt(2, "data", MAIL, DeliveryState.DELIVERED, "It is."),
                                failed(2, "data", CHAT, "Gone."),
                                open(3, "data", MAIL),
                                open(3, "data", CHAT)));

        assertThat(attempts.isGivenUp(MAIL)).isFalse();
        assertThat(attempts.isGivenUp(CHAT)).isTrue();
        assertThat(attempts.isTold(CHAT)).isTrue();
        assertThat(attempts.isTold(new Address(ChannelKind.EMAIL, "ops@x"))).isFalse();
        assertThat(Attempts.NONE.nobodyHears()).isFalse();
    }

    @Test
    void hopeForNothingFromAReminderThatWaitsWhereTheOpeningWasGivenUp() {
        Attempts attempts =
                new Attempts(List.of(failed(1, "data", MAIL, "Closed."), open(2, "data", MAIL)));

        assertThat(attempts.isHeard(2)).isFalse();
        assertThat(attempts.unreached(2)).isEmpty();
        assertThat(attempts.nobodyHears()).isTrue();

        Attempts retried = new Attempts(List.of(open(1, "data", MAIL), open(2, "data", MAIL)));

        assertThat(retried.isHeard(2)).isTrue();
        assertThat(retried.nobodyHears()).isFalse();
    }
}
