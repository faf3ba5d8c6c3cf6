package dev.cadastre.manual;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

    @ParameterizedTest
    @CsvSource({
        "docs/manual/01-a.md, 02-b.md#c, docs/manual/02-b.md",
        "docs/manual/01-a.md, ../formats/c.md, docs/formats/c.md",
        "docs/manual/01-a.md, #here, docs/manual/01-a.md",
        "CHANGELOG.md, docs/./manual/02-b.md, docs/manual/02-b.md",
        "docs/manual/01-a.md, ../../LICENSE, LICENSE",
    })
    void leadToFilesOfTheSources(String from, String target, String path) {
        assertThat(Links.path(from, target)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com/a.md", "mailto:a@b", "/etc/passwd", "../../../a"})
    void leadNowhereBeyondThem(String target) {
        assertThat(Links.path("docs/manual/01-a.md", target)).isEmpty();
    }
}
