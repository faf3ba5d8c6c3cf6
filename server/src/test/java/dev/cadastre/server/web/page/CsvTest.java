package dev.cadastre.server.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.web.api.request.CsvLine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void quotesWhatHoldsSeparatorsQuotesOrLineEnds() {
        assertThat(CsvLine.cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(CsvLine.cell("say \"x\"")).isEqualTo("\"say \"\"x\"\"\"");
        assertThat(CsvLine.cell("two\nlines")).isEqualTo("\"two\nlines\"");
    }

    @Test
    void makesTextOfWhatASpreadsheetWouldRun() {
        assertThat(CsvLine.cell("=cmd|'/c calc'!A1")).startsWith("'=");
        assertThat(CsvLine.cell("@SUM(A1)")).isEqualTo("'@SUM(A1)");
    }

    @Test
    void writesHeadsAndRowsWithAnEmptyCellForNothing() {
        var csv = new Csv(List.of("name", "arch"));
        csv.add("openssl", null);

        byte[] body = Objects.requireNonNull(csv.answer("x.csv").getBody());
        assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo("name,arch\r\nopenssl,\r\n");
    }
}
