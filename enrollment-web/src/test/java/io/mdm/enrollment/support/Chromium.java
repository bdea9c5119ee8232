package io.mdm.enrollment.support;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/** A browser without a window, which says that it runs on the device it is told to. */
public final class Chromium implements AutoCloseable {
    /** What a browser says of the device it runs on: user agent, and platform of the client hints. */
    public enum On {
        WINDOWS("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Edg/141.0.0.0", "Windows"),
        PHONE("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Mobile Safari/537.36", "Android"),
        SOMETHING("Lynx/2.9", "");

        private final String agent;
        private final String platform;

        On(String agent, String platform) {
            this.agent = agent;
            this.platform = platform;
        }
    }

    /** The first element of the document, or else of the open shadow trees in it. */
    private static final String FIND = """
            const find = (selector, root = document) => root.querySelector(selector)
              ?? [...root.querySelectorAll('*')].filter((host) => host.shadowRoot !== null)
                .map((host) => find(selector, host.shadowRoot)).find((found) => found !== null) ?? null;
            """;

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    /** @throws IllegalStateException when {@code chromium} and {@code chromedriver} are not installed */
    public static Chromium start() {
        var options = new ChromeOptions()
                .setBinary(installed("chromium"))
                .addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars");
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(installed("chromedriver"))
                .build();
        var driver = new ChromeDriver(service, options);
        driver.manage().timeouts().implicitlyWait(Patience.LIMIT);
        return new Chromium(driver);
    }

    public Chromium on(On device) {
        driver.executeCdpCommand(
                "Emulation.setUserAgentOverride",
                Map.of(
                        "userAgent",
                        device.agent,
                        "userAgentMetadata",
                        Map.of(
                                "platform",
                                device.platform,
                                "platformVersion",
                                "",
                                "architecture",
                                "",
                                "model",
                                "",
                                "mobile",
                                device == On.PHONE)));
        return this;
    }

    /** @param scheme {@code light}, {@code dark}, or empty for the one that each document has */
    public Chromium preferring(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return this;
    }

    /** @param pixels of CSS */
    public Chromium wide(int pixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    public Chromium open(URI page) {
        driver.get(page.toString());
        return this;
    }

    /** @param zone of the IANA database */
    public Chromium in(String zone) {
        driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", zone));
        return this;
    }

    public void back() {
        driver.navigate().back();
    }

    public URI address() {
        return URI.create(driver.getCurrentUrl());
    }

    /** An element of the document, or else of a component in it. */
    public WebElement element(String selector) {
        return Patience.await(selector)
                .until(
                        () -> (WebElement) driver.executeScript(FIND + "return find(arguments[0])", selector),
                        Objects::nonNull);
    }

    /**
     * The text of an element as it is shown, read in one step: a page that renews the element meanwhile leaves no stale
     * reference behind.
     *
     * @return empty while there is no such element
     */
    public String text(String selector) {
        return Objects.requireNonNull(
                        driver.executeScript(FIND + "return find(arguments[0])?.innerText ?? ''", selector))
                .toString();
    }

    /** Clicks an element after it was brought to the middle of the window, where no header covers it. */
    public void click(String selector) {
        var element = element(selector);
        driver.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
        element.click();
    }

    /** Puts text into an element, as it comes from the clipboard. */
    public void paste(String selector, String text) {
        click(selector);
        driver.executeCdpCommand("Input.insertText", Map.of("text", text));
    }

    /** What a script, here an expression, finds; {@code find(selector)} in it is like {@link #element}. */
    public Object value(String expression) {
        return Objects.requireNonNull(driver.executeScript(FIND + "return " + expression), expression);
    }

    /** What axe-core finds wrong with the page as it is shown, one line each. */
    public List<String> violations() {
        return new AxeBuilder()
                        .disableIframeTesting() // a sandbox lets nothing run in them, which would be waited for
                        .setTimeout(Math.toIntExact(Patience.LIMIT.toSeconds()))
                        .analyze(driver)
                        .getViolations()
                        .stream()
                        .map(rule -> rule.getId() + ": " + rule.getNodes())
                        .toList();
    }

    /** What the content security policy did not allow since the last question. */
    public List<String> refusals() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(Object::toString)
                .filter(message -> message.contains("Content Security Policy"))
                .toList();
    }

    /** Writes the whole page as {@code name.png}. */
    public void picture(Path directory, String name) {
        var answer = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true, "clip", whole()));
        try {
            Files.createDirectories(directory);
            Files.write(
                    directory.resolve(name + ".png"), Base64.getDecoder().decode(String.valueOf(answer.get("data"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> whole() {
        return Map.of(
                "x", 0,
                "y", 0,
                "width", value("document.documentElement.clientWidth"),
                "height", value("document.documentElement.scrollHeight"),
                "scale", 1);
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static File installed(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> new File(directory, name))
                .filter(File::canExecute)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is not installed"));
    }
}
