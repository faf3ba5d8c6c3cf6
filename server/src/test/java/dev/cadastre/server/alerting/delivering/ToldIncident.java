package dev.cadastre.server.alerting.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.alerting.IncidentState;
import dev.cadastre.server.alerting.channel.Outcome;
import dev.cadastre.server.alerting.message.Stories;
import dev.cadastre.server.alerting.telling.NoticeKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;

/** Has an incident, and a team that is told of it by channels that do as a test says. */
abstract class ToldIncident {

    static final AtomicLong IDS = new AtomicLong(1_000_000_000L);

    /** An address is told of one thing at a time. */
    private static final int MOST = 20;

    @Autowired Telling telling;
    @Autowired private Courier courier;
    @Autowired private ScheduledAnnotationBeanPostProcessor schedule;

    final Telling.World world = new Telling.World();
    final long id = IDS.incrementAndGet();
    final String owner = "telling-" + id;
    final String mail = owner + "@example.com";
    final String chat = owner + "@chat.example.com";

    /**
     * By its clock all of this is of a time to come, and due at once after a clock was put back.
     */
    @BeforeEach
    void holdOffTheServerUnderTest() {
        schedule.postProcessBeforeDestruction(courier, "courier");
    }

    void open(Map<String, String> contacts) {
        telling.team(owner, contacts);
        world.put(Stories.incident(id, owner));
        world.pass(Duration.ofSeconds(3));
    }

    void resolve() {
        world.put(Stories.incident(id, owner, IncidentState.RESOLVED));
    }

    /** Tells what is to be told, and brings all that is due until nothing more is. */
    void serve() {
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
        for (int more = 0; more < MOST && states().contains(DeliveryState.WAITING); more++) {
            serve();
        }
        schedule.postProcessAfterInitialization(courier, "courier");
        assertThat(states()).doesNotContain(DeliveryState.WAITING);
    }

    List<NoticeKind> kinds() {
        return telling.deliveries(id).stream().map(DeliveryLine::kind).toList();
    }

    List<DeliveryState> states() {
        return telling.deliveries(id).stream().map(DeliveryLine::state).toList();
    }
}
