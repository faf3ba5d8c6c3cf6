package dev.cadastre.server.alerting.watching;

import org.springframework.stereotype.Component;

/** What a test does in the place of time. */
@Component
public class IncidentsByTest {

    private final Follower follower;

    IncidentsByTest(Follower follower) {
        this.follower = follower;
    }

    /** What was heard is considered, as it is a moment later. */
    public void catchUp() {
        follower.catchUp();
    }
}
