package dev.cadastre.server.estate;

import dev.cadastre.ini.Problems;
import dev.cadastre.ini.Quoted;
import dev.cadastre.ini.Spelling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Understands the sections of products. DEFAULT is for hosts: products inherit nothing from it. */
final class ProductReader {
    private final Sections sections;
    private final Values values;
    private final Problems problems;

    ProductReader(Sections sections, Values values, Problems problems) {
        this.sections = sections;
        this.values = values;
        this.problems = problems;
    }

    /** By name, in the order of the file. */
    Map<String, Product> read() {
        Map<String, Product> products = new LinkedHashMap<>();
        sections.all(SectionKind.PRODUCT)
                .forEach((name, level) -> products.put(name, product(name, level)));
        return products;
    }

    private Product product(String name, Level level) {
        ProductValues own = new ProductValues(name, level, values, problems);
        ProductMarks marks = marks(own);
        if (Keys.MARKS_OF_PRODUCTS.stream().allMatch(key -> level.binding(key) == null)) {
            problems.error(
                    level.section().line(),
                    1,
                    "estate.product-without-marks",
                    "[%s] does not say what the product is recognised by"
                            .formatted(level.section().name()),
                    "add at least one of " + String.join(", ", Keys.MARKS_OF_PRODUCTS));
        }
        return new Product(
                name,
                Objects.requireNonNullElse(own.text(Keys.TITLE), name),
                Objects.requireNonNullElse(
                        own.one(Keys.ROLE, ProductReader::role), ProductRole.APPLICATION),
                Objects.requireNonNullElse(own.one(Keys.LIKE, ProductReader::name), name),
                marks,
                level.origin());
    }

    private static ProductMarks marks(ProductValues own) {
        return new ProductMarks(
                own.list(Keys.PROCESS, NamePatterns::process),
                own.list(Keys.ACCOUNT, NamePatterns::account),
                own.list(Keys.PORT, ProductReader::port),
                own.list(Keys.PACKAGE, NamePatterns::ofPackage),
                own.list(Keys.DAEMON, NamePatterns::name));
    }

    private static Checked<ProductRole> role(String text) {
        return ProductRole.ofWord(text)
                .<Checked<ProductRole>>map(Checked.Valid::new)
                .orElseGet(() ->
                        new Checked.Invalid<>(
                                Quoted.of(text) + " is no role",
                                orAll(
                                        Spelling.closest(text, ProductRole.words()),
                                        ProductRole.words())));
    }

    private static String orAll(@Nullable String close, List<String> all) {
        return close == null
                ? "write one of " + String.join(", ", all)
                : "did you mean " + close + "?";
    }

    private static Checked<String> name(String text) {
        return Name.isValid(text)
                ? new Checked.Valid<>(text)
                : new Checked.Invalid<>(
                        Quoted.of(text) + " is no name of a product", "in names " + Name.RULE);
    }

    private static Checked<Port> port(String text) {
        return Port.parse(text)
                .<Checked<Port>>map(Checked.Valid::new)
                .orElseGet(() ->
                        new Checked.Invalid<>(
                                Quoted.of(text) + " is no port with its protocol",
                                "write it as 5432-tcp or 53-udp"));
    }
}
