// The page's own life: a guest is logged in on the first purchase, the cart lives on the server.
const guest = { email: "anna@example.com", password: "buyer-1" };
let token = null;

async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: {
      "Content-Type": "application/json",
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message);
  return answer;
}

async function login() {
  if (!token) token = (await call("POST", "/auth/login", guest)).token;
}

function show(text) {
  document.querySelector("#cart").textContent = text;
}

function showCart(cart) {
  show(cart.itemCount === 0 ? "Cart: empty" : `Buy ${cart.itemCount} for € ${cart.total.toFixed(2)}`);
}

async function add(productId) {
  await login();
  showCart(await call("POST", "/cart/add", { productId, quantity: 1 }));
}

async function buy() {
  await login();
  await call("POST", "/checkout/start", {});
  await call("POST", "/checkout/shipping", {
    address: "1 Lock Lane", city: "Sluice", zipCode: "10001", country: "NL",
  });
  await call("POST", "/checkout/payment-method", { type: "invoice" });
  const order = await call("POST", "/checkout/complete", {});
  show(`Thank you: ${order.orderId}`);
}

document.querySelector("#products").addEventListener("click", (event) => {
  const card = event.target.closest("button")?.closest(".card");
  if (card) add(Number(card.dataset.id)).catch((error) => show(error.message));
});

document.querySelector("#cart").addEventListener("click", () => {
  buy().catch((error) => show(error.message));
});

document.querySelector("#search").addEventListener("submit", (event) => event.preventDefault());

document.querySelector("#search").addEventListener("input", (event) => {
  const term = event.target.value.trim().toLowerCase();
  for (const card of document.querySelectorAll(".card")) {
    card.hidden = !card.textContent.toLowerCase().includes(term);
  }
});
