package dev.cadastre.server.monitoring.watching;

import static dev.cadastre.server.monitoring.MonitorState.CRITICAL;
import static dev.cadastre.server.monitoring.MonitorState.OK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.monitoring.state.Reachability;
import dev.cadastre.server.monitoring.state.Standing;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class ReachabilitiesTest {

    private static final String DATABASE = "device:reach-db";
    private static final String APP = "device:reach-app";
    private static final String PAGE = "device:reach-page";

    @Autowired private ToldMonitors told;
    @Autowired private Reachabilities reachabilities;

    private Standing follow(String asset) {
        reachabilities.follow();
        return told.standing(asset);
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
