package dev.cadastre.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ReportParserTest {

    @Property
    void noBytesCauseAnException(@ForAll byte[] bytes) throws IOException {
        Parsed parsed = ReportParser.parse(new ByteArrayInputStream(bytes), ReportLimits.DEFAULT);

        assertThat(parsed).isInstanceOf(Parsed.Garbled.class);
    }
}
