package dev.cadastre.server.alerting.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.alerting.channel.Outcome;
import dev.cadastre.server.alerting.telling.NoticeKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@ServerTest
class DeliveringTest extends ToldIncident {

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
