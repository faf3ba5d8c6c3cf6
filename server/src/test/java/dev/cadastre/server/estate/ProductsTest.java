package dev.cadastre.server.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.cadastre.probe.PackageType;
import dev.cadastre.probe.Transport;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ProductsTest {

    private static EstateModel model(String text) {
        return EstateFile.read("estate.ini", text).modelOrThrow();
    }

    private static Product product(EstateModel model, String name) {
        return Objects.requireNonNull(model.products().get(name));
    }

    @Example
    void tellsWhatAProductIsRecognisedBy() {
        Product product =
                product(
                        model(
                                """
                                [product shop]
                                title = The shop
                                role = application-server
                                like = gunicorn
                                process = shopd, gunicorn*
                                account = shop
                                port = 8000-tcp
                                    8001-udp
                                package = pypi:shop shop-server
                                daemon = shop@*
                                """),
                        "shop");

        assertThat(product.title()).isEqualTo("The shop");
        assertThat(product.role()).isEqualTo(ProductRole.APPLICATION_SERVER);
        assertThat(product.family()).isEqualTo("gunicorn");
        assertThat(product.origin()).hasToString("estate.ini:1");
        ProductMarks marks = product.marks();
        assertThat(marks.processes()).containsExactly("shopd", "gunicorn*");
        assertThat(marks.accounts()).containsExactly("shop");
        assertThat(marks.ports())
                .containsExactly(new Port(8000, Transport.TCP), new Port(8001, Transport.UDP));
        assertThat(marks.packages())
                .containsExactly(
                        new ProductPackage(Set.of(PackageType.PYPI), "shop"),
                        new ProductPackage(
                                Set.of(PackageType.DEB, PackageType.RPM, PackageType.APK),
                                "shop-server"));
        assertThat(marks.daemons()).containsExactly("shop@*");
    }

    @Example
    void needsNoMoreThanOneMarkAndInheritsNothing() {
        EstateModel model =
                model(
                        """
                        [DEFAULT]
                        port = 8080
                        owner = nobody-yet
                        [team nobody-yet]
                        [product billing]
                        process = billingd
                        """);

        Product product = product(model, "billing");
        assertThat(product.title()).isEqualTo("billing");
        assertThat(product.role()).isEqualTo(ProductRole.APPLICATION);
        assertThat(product.family()).isEqualTo("billing");
        assertThat(product.marks().ports()).isEmpty();
    }

    @Example
    void productsAreAmongWhatDiffers() {
        EstateDiff diff =
                EstateDiff.between(
                        model("[product a]\nprocess = a\n[product b]\nport = 1-tcp\n"),
                        model("[product b]\nport = 2-tcp\n[product c]\nprocess = c\n"));

        assertThat(diff.of(SectionKind.PRODUCT))
                .extracting(change -> entry(change.name(), change.action()))
                .containsExactly(
                        entry("a", EstateDiff.Action.REMOVED),
                        entry("b", EstateDiff.Action.CHANGED),
                        entry("c", EstateDiff.Action.ADDED));
        assertThat(diff.of(SectionKind.PRODUCT).get(1).values())
                .containsExactly(new EstateDiff.ValueChange("port", "1-tcp", "2-tcp"));
    }

    @Property
    void portsAreReadAsTheyAreWritten(
            @ForAll @IntRange(min = 1, max = 65_535) int number, @ForAll Transport protocol) {
        Port port = new Port(number, protocol);

        assertThat(Port.parse(port.toString())).contains(port);
    }

    @Property
    void whatIsNoPortIsNone(@ForAll String text) {
        assertThat(Port.parse(text).stream()).allMatch(port -> port.toString().equals(text));
    }
}
