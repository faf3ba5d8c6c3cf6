package dev.cadastre.acceptance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;

/** The distribution's Chromium with a fresh profile. */
final class Browser implements AutoCloseable {

    /** What the reader's system asks pages to look like. */
    enum Look {
        LIGHT,
        DARK
    }

    private static final Path PICTURES = Path.of("target/screenshots");
    private static final int HEIGHT = 900;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ChromeDriver driver;

    Browser(Path profile) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--hide-scrollbars",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL"));
        ChromeDriverService service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                        .build();
        driver = new ChromeDriver(service, options);
        resize(1280);
    }

    /** One whose reader is the server's administrator. */
    static Browser signedInAt(RunningServer server, Path profile) {
        return signedInBy(server.cadastre("login", "--link").exited(0).out().strip(), profile);
    }

    /** The same by a link for signing in. */
    static Browser signedInBy(String link, Path profile) {
        Browser browser = new Browser(profile);
        try {
            browser.open(link);
            browser.enter("password", "correct horse battery");
            return browser;
        } catch (RuntimeException | Error failure) {
            browser.close();
            throw failure;
        }
    }

    void open(String url) {
        driver.get(url);
    }

    /** Types into a field of that name, and Enter; returns when the next page is there. */
    void enter(String field, String text) {
        WebElement input = driver.findElement(By.name(field));
        input.sendKeys(text, Keys.ENTER);
        Waiting.until(
                PATIENCE,
                () -> driver.findElements(By.name(field)).isEmpty(),
                () -> "still at " + driver.getCurrentUrl() + ": " + text("body"));
    }

    /** Types into the field that {@code selector} finds. */
    void press(String selector, CharSequence... keys) {
        driver.findElement(By.cssSelector(selector)).sendKeys(keys);
    }

    /** Types into whatever has the focus. */
    void type(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Empties the field that {@code selector} finds, and types into it. */
    void fill(String selector, String text) {
        WebElement field = driver.findElement(By.cssSelector(selector));
        field.clear();
        field.sendKeys(text);
    }

    /** Clicks on the first element that {@code selector} finds. */
    void click(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
    }

    /** Says yes to what the page asks before it goes on. */
    void agree() {
        driver.switchTo().alert().accept();
    }

    /** Clicks where that element is, on whatever takes clicks there. */
    void point(String selector) {
        new Actions(driver)
                .moveToElement(driver.findElement(By.cssSelector(selector)))
                .click()
                .perform();
    }

    /**
     * That attribute of every element that {@code selector} finds; empty for those without. All of
     * one moment, since a page that is live may put others in their place meanwhile.
     */
    List<String> all(String selector, String attribute) {
        List<?> found =
                (List<?>)
                        Objects.requireNonNull(
                                driver.executeScript(
                                        """
                                        const [selector, attribute] = arguments;
                                        return Array.from(
                                            document.querySelectorAll(selector),
                                            element => element.getAttribute(attribute) ?? "");
                                        """,
                                        selector,
                                        attribute));
        return found.stream().map(String::valueOf).toList();
    }

    /** What a person reads in each element that {@code selector} finds; none on a way elsewhere. */
    List<String> texts(String selector) {
        List<?> found =
                (List<?>)
                        Objects.requireNonNull(
                                driver.executeScript(
                                        """
                                        return Array.from(
                                            document.querySelectorAll(arguments[0]),
                                            element => element.innerText.trim());
                                        """,
                                        selector));
        return found.stream().map(String::valueOf).toList();
    }

    /** Whether {@code selector} finds something. */
    boolean has(String selector) {
        return !driver.findElements(By.cssSelector(selector)).isEmpty();
    }

    /** The address of the page. */
    String address() {
        return String.valueOf(driver.getCurrentUrl());
    }

    /**
     * What a person reads in the first element that {@code selector} finds, once there is one: the
     * driver may return from a way elsewhere before the page has come. A page that is live may put
     * another in its place meanwhile, which is read then.
     */
    String text(String selector) {
        Waiting.until(
                PATIENCE,
                () -> has(selector),
                () -> "nothing is %s at %s: %s".formatted(selector, address(), source()));
        try {
            return driver.findElement(By.cssSelector(selector)).getText();
        } catch (StaleElementReferenceException | NoSuchElementException _) {
            return text(selector);
        }
    }

    /** The page as it is written. */
    String source() {
        return String.valueOf(driver.getPageSource());
    }

    /** Whatever the browser reported: failed scripts, missing files, violated policies. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(Object::toString)
                .toList();
    }

    /** By how many pixels the page is wider than the window. */
    long overflow() {
        Object pixels =
                driver.executeScript(
                        "return document.documentElement.scrollWidth - window.innerWidth");
        return Math.max(0, ((Number) Objects.requireNonNull(pixels)).longValue());
    }

    /** Resizes the window and takes a picture of it. */
    Path picture(String name, Look look, int width) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of(
                                        "name",
                                        "prefers-color-scheme",
                                        "value",
                                        look.name().toLowerCase(Locale.ROOT)))));
        resize(width);
        Object data =
                driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png"))
                        .get("data");
        String file = "%s-%s-%d.png".formatted(name, look.name().toLowerCase(Locale.ROOT), width);
        try {
            Files.createDirectories(PICTURES);
            return Files.write(
                    PICTURES.resolve(file), Base64.getDecoder().decode(String.valueOf(data)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void resize(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
