package dev.cadastre.server.topology.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CsvLinesTest {

    private static List<List<String>> read(String text, List<String> complaints) {
        return CsvLines.of(text, (line, message) -> complaints.add(line + ": " + message)).stream()
                .map(CsvLines.Line::cells)
                .toList();
    }

    @Property(tries = 300)
    void readsWhatWasQuoted(@ForAll @NotEmpty List<@Size(min = 2, max = 4) List<String>> table) {
        String text =
                table.stream()
                        .map(line ->
                                line.stream()
                                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                                        .collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\r\n"));
        List<String> complaints = new ArrayList<>();

        assertThat(read(text, complaints)).isEqualTo(table);
        assertThat(complaints).isEmpty();
    }

    @Property(tries = 300)
    void endsWhateverTheTextIs(@ForAll String text) {
        assertThat(read(text, new ArrayList<>())).hasSizeLessThanOrEqualTo(text.length());
    }

    @Test
    void namesTheLineWhereAQuotationBeganOrWentOn() {
        List<String> complaints = new ArrayList<>();
        read("a,b\n\"c\nd\"x,e\n\"f", complaints);

        assertThat(complaints)
                .containsExactly(
                        "3: Behind a closing quotation mark is more text.",
                        "4: A quotation mark is not closed.");
    }
}
