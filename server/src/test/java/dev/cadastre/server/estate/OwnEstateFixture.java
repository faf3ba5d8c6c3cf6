package dev.cadastre.server.estate;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.timeline.Timeline;
import dev.cadastre.server.timeline.TimelineEvent;
import dev.cadastre.server.timeline.TimelineQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/** An estate file of the test's own, and what it takes to start an estate with it. */
abstract class OwnEstateFixture {
    @Autowired OwnEstate.Means means;
    @Autowired Access access;
    @Autowired Timeline timeline;
    @TempDir Path folder;

    @BeforeEach
    @AfterEach
    void clear() {
        SecurityContextHolder.clearContext();
        means.clear();
    }

    Path file() {
        return folder.resolve("estate.ini");
    }

    OwnEstate startedWith(String content) throws IOException {
        Files.writeString(file(), content);
        return OwnEstate.started(means, file());
    }

    List<TimelineEvent> events(String asset) {
        return timeline.find(new TimelineQuery(null, asset, null, null, 10));
    }

    Addition add(OwnEstate own, NewHost host) {
        return access.asSystem(() -> own.estate.addHost(host));
    }

    static NewHost host(String name) {
        return new NewHost(name, "estate-lab", List.of(), Map.of("address", "10.9.1.1"));
    }
}
