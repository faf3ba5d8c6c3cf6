package dev.cadastre.server.alerting.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.alerting.channel.Outcome;
import dev.cadastre.server.alerting.contact.ChannelKind;
import dev.cadastre.server.alerting.message.Stories;
import dev.cadastre.server.alerting.telling.NoticeKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is told instead of a team that cannot be reached. */
@ServerTest
class FallbackTest extends ToldIncident {

    private void assertToldInstead(String why) {
        assertThat(kinds()).containsExactly(NoticeKind.OPENED, NoticeKind.REDIRECTED);
        assertThat(states()).containsExactly(DeliveryState.FAILED, DeliveryState.DELIVERED);
        assertThat(world.mail.subjects())
                .singleElement()
                .asString()
                .contains("Its team cannot be reached: ");
        assertThat(world.mail.texts().getFirst())
                .contains("The team " + owner + " cannot be reached: " + why);
    }

    @Test
    void tellsSomebodyElseAtOnceIfAnAddressIsGone() {
        String other = owner + "-other";
        telling.team(other, Map.of("email", mail));
        open(Map.of("xmpp", chat, "fallback", other));
        world.chat.answers(new Outcome.Never("Nobody is there any more.", true));

        serve();

        assertToldInstead("Nobody is there any more.");

        world.pass(Duration.ofHours(1));
        serve();

        assertThat(kinds()).last().isEqualTo(NoticeKind.REMINDER);
        assertThat(world.chat.subjects()).hasSize(1);
        assertThat(world.mail.subjects().getLast()).contains("Still open: ");

        resolve();
        serve();

        assertThat(world.chat.subjects()).as("It heard nothing of it").hasSize(1);
        assertThat(world.mail.subjects().getLast()).contains("Over: ");
        assertThat(world.settled).contains(id);
    }

    @Test
    void tellsSomebodyElseAtOnceIfAnAddressIsRefusedAndPassesItOverUntilItTakesSomething() {
        world.fallback = owner + "-rest";
        telling.team(world.fallback, Map.of("email", mail));
        open(Map.of("xmpp", chat));
        world.chat.answers(new Outcome.Never("There is no such account.", false));

        serve();
        serve();

        assertToldInstead("There is no such account.");
        long second = IDS.incrementAndGet();
        world.put(Stories.incident(second, owner));

        serve();

        assertThat(telling.deliveries(second))
                .extracting(DeliveryLine::team, DeliveryLine::kind)
                .containsExactly(tuple(world.fallback, NoticeKind.OPENED));
        assertThat(world.chat.subjects()).hasSize(1);

        world.chat.answers(new Outcome.Delivered("It arrived."));
        telling.arrived(new Address(ChannelKind.XMPP, chat), world);
        world.pass(Duration.ofHours(1));
        serve();

        assertThat(telling.deliveries(second))
                .extracting(DeliveryLine::team)
                .containsExactly(world.fallback, owner);
        world.settled.add(second);
    }

    @Test
    void asksOneAfterTheOtherAndTriesWhatWasRefusedAgainOnlyWhenItReminds() {
        String other = owner + "-other";
        telling.team(other, Map.of("email", mail));
        open(Map.of("xmpp", chat, "fallback", other));
        world.chat.answers(new Outcome.Never("There is no such account.", false));
        world.mail.answers(new Outcome.Never("There is no such mailbox.", false));

        serve();

        assertThat(telling.deliveries(id))
                .extracting(DeliveryLine::team)
                .containsExactly(owner, other);
        assertThat(states()).containsOnly(DeliveryState.FAILED);
        assertThat(untold())
                .singleElement()
                .satisfies(one -> assertThat(one.why()).contains("There is no such mailbox."));

        world.chat.answers(new Outcome.Delivered("It arrived."));
        world.pass(Duration.ofHours(1));
        serve();

        assertThat(kinds()).last().isEqualTo(NoticeKind.REMINDER);
        assertThat(states()).last().isEqualTo(DeliveryState.DELIVERED);
        assertThat(untold()).isEmpty();
    }

    private List<Untold> untold() {
        try (Telling.Running server = telling.server(world)) {
            server.tell();
            return server.nobody.all();
        }
    }

    @Test
    void tellsNobodyElseWhileOneOfTheWaysIsStillTried() {
        String other = owner + "-other";
        telling.team(other, Map.of("email", "other-" + mail));
        open(Map.of("email", mail, "xmpp", chat, "fallback", other));
        world.chat.answers(new Outcome.Never("There is no such account.", false));
        world.mail.answers(new Outcome.Later("It is closed.", null));

        serve();

        assertThat(kinds()).containsOnly(NoticeKind.OPENED);

        world.mail.answers(new Outcome.Delivered("It arrived."));
        world.pass(Duration.ofMinutes(1));
        serve();

        assertThat(telling.deliveries(id)).extracting(DeliveryLine::team).containsOnly(owner);
    }

    @Test
    void tellsSomebodyElseOnceADayWasTriedInVainThoughRemindersStillWait() {
        String other = owner + "-other";
        telling.team(other, Map.of("email", mail));
        open(Map.of("xmpp", chat, "fallback", other));
        world.chat.answers(new Outcome.Later("It is closed.", null));
        serve();
        for (int hour = 0; hour < 23; hour++) {
            world.pass(Duration.ofHours(1));
            serve();
        }
        assertThat(kinds()).contains(NoticeKind.REMINDER).doesNotContain(NoticeKind.REDIRECTED);

        world.pass(Duration.ofMinutes(61));
        serve();

        assertThat(kinds()).containsOnlyOnce(NoticeKind.REDIRECTED);
        assertThat(world.mail.subjects().getFirst()).contains("Its team cannot be reached: ");
        assertThat(world.mail.texts().getFirst()).contains("It is closed. It was tried for");

        world.pass(Duration.ofHours(1));
        serve();

        assertThat(world.mail.subjects().getLast()).contains("Still open: ");
        assertThat(kinds()).containsOnlyOnce(NoticeKind.REDIRECTED);
    }
}
