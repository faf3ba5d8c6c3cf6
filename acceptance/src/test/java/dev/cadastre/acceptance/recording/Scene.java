package dev.cadastre.acceptance.recording;

import java.util.List;

/** What is shown from one clearing of the screen to the next. */
public record Scene(String title, List<Exchange> exchanges) {

    /** Keeps a list of its own. */
    public Scene {
        exchanges = List.copyOf(exchanges);
    }
}
