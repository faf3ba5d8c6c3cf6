package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Libraries log by SLF4J, and tell people so if nobody listens. */
class LibraryLogTest {

    @Test
    void hasOneListenerThatKeepsNothing() throws IOException {
        List<URL> listeners =
                Collections.list(
                        LibraryLogTest.class
                                .getClassLoader()
                                .getResources(
                                        "META-INF/services/org.slf4j.spi.SLF4JServiceProvider"));

        assertThat(listeners).singleElement().asString().contains("slf4j-nop");
    }
}
