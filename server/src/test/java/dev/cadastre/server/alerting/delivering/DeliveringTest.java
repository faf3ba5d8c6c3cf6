package dev.cadastre.server.alerting.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.alerting.IncidentState;
import dev.cadastre.server.alerting.channel.Outcome;
import dev.cadastre.server.alerting.contact.ChannelKind;
import dev.cadastre.server.alerting.message.Stories;
import dev.cadastre.server.alerting.telling.NoticeKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class DeliveringTest {

    private static final AtomicLong IDS = new AtomicLong(1_000_000_000L);

    @Autowired private Telling telling;

    private final Telling.World world = new Telling.World();
    private final long id = IDS.incrementAndGet();
    private final String owner = "telling-" + id;
    private final String mail = owner + "@example.com";
    private final String chat = owner + "@chat.example.com";

    private void open(Map<String, String> contacts) {
        telling.team(owner, contacts);
        world.put(Stories.incident(id, owner));
        world.pass(Duration.ofSeconds(3));
    }

    private void resolve() {
        world.put(Stories.incident(id, owner, IncidentState.RESOLVED));
    }

    /** Tells what is to be told, and brings all that is due until nothing more is. */
    private void serve() {
        for (int turn = 0; turn < 4; turn++) {
            try (Telling.Running server = telling.server(world)) {
                server.tell();
                server.carry();
            }
        }
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        world.settled.add(id);
        world.mail.answers(new Outcome.Delivered("It arrived."));
        world.chat.answers(new Outcome.Delivered("It arrived."));
        world.pass(Duration.ofDays(2));
        serve();
    }

    private List<NoticeKind> kinds() {
        return telling.deliveries(id).stream().map(DeliveryLine::kind).toList();
    }

    private List<DeliveryState> states() {
        return telling.deliveries(id).stream().map(DeliveryLine::state).toList();
    }

    @Test
    void tellsOnceHoweverOftenTheServerStarts() {
        open(Map.of("email", mail, "xmpp", chat));

        serve();
        serve();

        assertThat(kinds()).containsExactly(NoticeKind.OPENED, NoticeKind.OPENED);
        assertThat(states()).containsOnly(DeliveryState.DELIVERED);
        assertThat(world.mail.subjects()).hasSize(1);
        assertThat(world.chat.subjects()).hasSize(1);

        resolve();
        serve();

        assertThat(world.mail.subjects()).hasSize(2);
        assertThat(world.mail.subjects().getLast()).contains("Over: ");
        assertThat(world.settled).contains(id);
    }

    @Test
    void sendsAgainUnderTheSameIdWhatItCouldNotWriteDown() throws Exception {
        open(Map.of("email", mail));
        CountDownLatch never = new CountDownLatch(1);
        world.mail.does(() -> {
            // It was sent, and then the server was killed.
            never.await();
            return new Outcome.Delivered("It arrived.");
        });
        FakeChannel.Sent first;
        try (Telling.Running server = telling.server(world)) {
            server.tell();
            server.carry();
            first = world.mail.next();
        }
        assertThat(states()).containsExactly(DeliveryState.WAITING);

        world.mail.answers(new Outcome.Delivered("It arrived."));
        serve();

        assertThat(world.mail.next().id()).isEqualTo(first.id());
        assertThat(states()).containsExactly(DeliveryState.DELIVERED);
    }

    @Test
    void isNotHeldUpByAServerThatStalls() throws Exception {
        open(Map.of("email", mail, "xmpp", chat));
        CountDownLatch never = new CountDownLatch(1);
        world.mail.does(() -> {
            never.await();
            return new Outcome.Delivered("It arrived.");
        });
        try (Telling.Running server = telling.server(world)) {
            server.tell();
            server.carry();
            world.mail.next();

            assertThat(world.chat.next().message().subject()).contains("postgresql");
        }
    }

    @Test
    void triesAgainAndTellsTheEndNotBeforeTheBeginning() {
        open(Map.of("email", mail));
        world.mail.answers(new Outcome.Later("It is closed.", null));
        serve();
        resolve();
        serve();

        assertThat(kinds()).containsExactly(NoticeKind.OPENED, NoticeKind.RESOLVED);
        assertThat(states()).containsOnly(DeliveryState.WAITING);
        assertThat(telling.deliveries(id).getFirst().said()).isEqualTo("It is closed.");
        assertThat(world.mail.subjects()).hasSize(1);

        world.mail.answers(new Outcome.Delivered("It arrived."));
        world.pass(Duration.ofMinutes(2));
        serve();

        assertThat(states()).containsOnly(DeliveryState.DELIVERED);
        assertThat(world.mail.subjects().getLast()).contains("Over: ");
    }

    @Test
    void isNotHeldUpByAClockThatIsPutBack() {
        open(Map.of("email", mail));
        world.pass(Duration.ofHours(-1));
        world.mail.answers(new Outcome.Later("It is closed.", null));
        serve();
        assertThat(world.mail.subjects()).hasSize(1);

        world.pass(Duration.ofMinutes(-30));
        world.mail.answers(new Outcome.Delivered("It arrived."));
        serve();

        assertThat(states()).containsExactly(DeliveryState.DELIVERED);
    }

    @Test
    void givesUpAfterADayAndShowsIt() {
        open(Map.of("email", mail));
        world.mail.answers(new Outcome.Later("It is closed.", null));
        serve();
        world.pass(Duration.ofHours(25));
        serve();

        assertThat(telling.deliveries(id).getFirst())
                .satisfies(one -> {
                    assertThat(one.state()).isEqualTo(DeliveryState.FAILED);
                    assertThat(one.attempts()).isEqualTo(2);
                    assertThat(one.said()).startsWith("It is closed. It was tried for 24 hours");
                });
    }

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

    @Test
    void sendsNothingAgainWhoseOutcomeCannotBeWritten() {
        open(Map.of("email", mail));
        try (Telling.Running server = telling.server(world)) {
            server.tell();
            telling.breakWriting(true);
            carryUntil(server, () -> telling.refusedWrites() > 1);

            assertThat(world.mail.subjects()).hasSize(1);
            assertThat(states()).containsExactly(DeliveryState.WAITING);

            telling.breakWriting(false);
            carryUntil(server, () -> states().equals(List.of(DeliveryState.DELIVERED)));

            assertThat(world.mail.subjects()).hasSize(1);
        } finally {
            telling.breakWriting(false);
        }
    }

    private static void carryUntil(Telling.Running server, BooleanSupplier done) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> {
                    server.carry();
                    return done.getAsBoolean();
                });
    }

    @Test
    void tellsATeamAtTheAddressThatItStatesNow() {
        open(Map.of("email", mail));
        try (Telling.Running server = telling.server(world)) {
            server.tell();
        }
        telling.team(owner, Map.of("email", "other-" + mail));

        serve();

        assertThat(world.mail.addresses()).containsExactly("other-" + mail);
        assertThat(states()).containsExactly(DeliveryState.FAILED, DeliveryState.DELIVERED);
    }

    @Test
    void marksWhatNobodyCanBeToldAndTellsItOnceSomebodyCan() {
        open(Map.of("phone", "+49 1"));
        try (Telling.Running server = telling.server(world)) {
            server.tell();

            assertThat(server.nobody.all())
                    .singleElement()
                    .satisfies(one ->
                            assertThat(one.why())
                                    .contains("The team " + owner + " states nothing"));
            assertThat(kinds()).isEmpty();

            telling.team(owner, Map.of("email", mail));
            server.tell();

            assertThat(server.nobody.all()).isEmpty();
            assertThat(kinds()).containsExactly(NoticeKind.OPENED);
        }
    }

    @Test
    void escalatesToTheTeamThatIsNamedForIt() {
        String boss = owner + "-boss";
        telling.team(boss, Map.of("email", "boss-" + mail));
        open(Map.of("email", mail, "escalation", boss, "escalate.after", "5m"));
        serve();
        world.pass(Duration.ofMinutes(5));
        serve();

        List<DeliveryLine> all = telling.deliveries(id);
        assertThat(all).extracting(DeliveryLine::team).containsExactly(owner, boss);
        assertThat(all.getLast().kind()).isEqualTo(NoticeKind.ESCALATION);

        resolve();
        serve();

        assertThat(telling.deliveries(id))
                .extracting(DeliveryLine::team)
                .containsExactly(owner, boss, owner, boss);
    }

    @Test
    void keepsSilentUntilASilenceEnds() {
        open(Map.of("email", mail));
        world.silenced.add(id);
        serve();
        assertThat(kinds()).isEmpty();

        world.silenced.remove(id);
        serve();

        assertThat(kinds()).containsExactly(NoticeKind.OPENED);
    }
}
