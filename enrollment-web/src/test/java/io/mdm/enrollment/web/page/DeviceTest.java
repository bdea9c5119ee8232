package io.mdm.enrollment.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WINDOWS|\"Windows\"|",
                "WINDOWS|\"Windows\"|Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36",
                "ANOTHER|\"Android\"|Mozilla/5.0 (Windows NT 10.0; Win64; x64)",
                "ANOTHER|\"macOS\"|",
                "ANOTHER|\"Chrome OS\"|",
                "WINDOWS||Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Edg/141.0.0.0",
                "WINDOWS|\"\"|Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
                "WINDOWS|\"Unknown\"|Mozilla/5.0 (Windows NT 10.0)",
                "ANOTHER||Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15",
                "ANOTHER||Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15",
                "ANOTHER||Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 Mobile",
                "ANOTHER||Mozilla/5.0 (Windows Phone 10.0; Android 6.0.1; Microsoft; Lumia 950)",
                "ANOTHER||Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                "UNKNOWN||curl/8.5.0",
                "UNKNOWN|x|",
                "UNKNOWN||"
            })
    void is_what_the_browser_tells(Device device, String platform, String agent) {
        assertThat(Device.of(platform, agent)).isEqualTo(device);
    }
}
