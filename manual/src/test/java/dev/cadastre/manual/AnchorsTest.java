package dev.cadastre.manual;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnchorsTest {

    @Test
    void nameHeadingsAsForgesDo() {
        var anchors = new Anchors();

        assertThat(anchors.next("What's out of support?")).isEqualTo("whats-out-of-support");
        assertThat(anchors.next("cadastre.conf")).isEqualTo("cadastreconf");
        assertThat(anchors.next("By API")).isEqualTo("by-api");
        assertThat(anchors.next("By API")).isEqualTo("by-api-1");
        assertThat(anchors.next("`a_b` – c")).isEqualTo("a_b--c");
    }
}
