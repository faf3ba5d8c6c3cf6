package dev.cadastre.server.monitoring.watching;

import static dev.cadastre.server.monitoring.MonitorState.CRITICAL;
import static dev.cadastre.server.monitoring.MonitorState.OK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.monitoring.MonitorsChanged;
import dev.cadastre.server.monitoring.keeping.MonitorBook;
import dev.cadastre.server.monitoring.state.Reachability;
import dev.cadastre.server.monitoring.state.Standing;
import dev.cadastre.server.topology.impact.Causes;
import dev.cadastre.server.topology.impact.CausesByTest;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

@ServerTest
class ReachabilitiesTest {

    private static final String DATABASE = "device:reach-db";
    private static final String APP = "device:reach-app";
    private static final String PAGE = "device:reach-page";

    @Autowired private ToldMonitors told;
    @Autowired private Reachabilities reachabilities;
    @Autowired private MonitorBook book;
    @Autowired private Findings findings;
    @Autowired private Watch watch;
    @Autowired private Access access;
    @Autowired private PlatformTransactionManager transactions;

    private Standing follow(String asset) {
        reachabilities.follow();
        return told.standing(asset);
    }

    @Test
    void hasWhatNeededItCheckedAtOnceWhenItWorksAgain() throws Exception {
        InetAddress here = InetAddress.getLoopbackAddress();
        ServerSocket closed = new ServerSocket(0, 50, here);
        int port = closed.getLocalPort();
        closed.close();
        told.add("device:reach-again-db");
        told.addPort("device:reach-again-app", port);
        told.needs("device:reach-again-app", "device:reach-again-db");
        told.tell("device:reach-again-db", CRITICAL);
        follow("device:reach-again-app");
        watch.checkNow(told.id("device:reach-again-app")).get(20, TimeUnit.SECONDS);
        assertThat(told.standing("device:reach-again-app").state()).isEqualTo(CRITICAL);

        try (ServerSocket open = new ServerSocket(port, 50, here)) {
            told.tell("device:reach-again-db", OK);
            reachabilities.follow();

            // Its turn is in an hour.
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> told.standing("device:reach-again-app").state() == OK);
            assertThat(open.isClosed()).isFalse();
        }
    }

    @Test
    void blamesWhatTheMapIsToldOfLater() {
        told.add("device:reach-late-db");
        told.add("device:reach-late-app");
        told.tell("device:reach-late-db", CRITICAL);
        told.tell("device:reach-late-app", CRITICAL);
        assertThat(follow("device:reach-late-app").reachability())
                .isEqualTo(Reachability.REACHABLE);

        told.needs("device:reach-late-app", "device:reach-late-db");
        reachabilities.followMap();

        assertThat(follow("device:reach-late-app").reachability())
                .isEqualTo(Reachability.unreachable("device:reach-late-db"));
    }

    @Test
    void leavesEverythingAsItIsUntilTheMapIsLoaded() {
        told.add("device:reach-load-db");
        told.add("device:reach-load-app");
        told.needs("device:reach-load-app", "device:reach-load-db");
        told.tell("device:reach-load-db", CRITICAL);
        Reachability known = follow("device:reach-load-app").reachability();
        Causes unloaded = CausesByTest.ofUnloadedMap(transactions);

        Reachabilities starting = new Reachabilities(book, findings, watch, unloaded, access);
        starting.changed(new MonitorsChanged(List.of(), List.of()));
        starting.follow();

        assertThat(known).isEqualTo(Reachability.unreachable("device:reach-load-db"));
        assertThat(told.standing("device:reach-load-app").reachability()).isEqualTo(known);
    }

    @Test
    void blamesWhatIsAtTheBottomAndLooksAgainWhenItWorks() {
        told.add(DATABASE);
        told.add(APP);
        told.add(PAGE);
        told.needs(APP, DATABASE);
        told.needs(PAGE, APP);
        told.tell(DATABASE, OK);
        told.tell(APP, OK);
        told.tell(PAGE, OK);

        told.tell(DATABASE, CRITICAL);

        assertThat(follow(PAGE).reachability()).isEqualTo(Reachability.unreachable(DATABASE));
        assertThat(told.tell(PAGE, CRITICAL).hard()).isEqualTo(OK);
        assertThat(told.tell(APP, CRITICAL).hard()).isEqualTo(OK);
        assertThat(follow(APP).isToBeTold()).isFalse();
        assertThat(told.standing(DATABASE).isToBeTold()).isTrue();

        told.tell(DATABASE, OK);

        // What needs the application waits for it, since it was not seen to work yet.
        assertThat(follow(APP).reachability()).isEqualTo(Reachability.REACHABLE);
        assertThat(follow(PAGE).reachability()).isEqualTo(Reachability.doubtful(APP));
        assertThat(told.tell(PAGE, CRITICAL).hard()).isEqualTo(OK);

        told.tell(APP, OK);

        assertThat(follow(PAGE).reachability()).isEqualTo(Reachability.REACHABLE);
        assertThat(told.tell(PAGE, CRITICAL).hard()).isEqualTo(CRITICAL);
    }
}
