package dev.cadastre.server.estate;

import org.springframework.stereotype.Component;

/** What a test does in the place of time. */
@Component
public class EstateByTest {

    private final EstateWatch watch;

    EstateByTest(EstateWatch watch) {
        this.watch = watch;
    }

    /** The estate file was saved, and is read again once it is found to be the same twice. */
    public void saved() {
        watch.look();
        watch.look();
    }
}
